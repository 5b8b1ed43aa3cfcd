package dev.mallard.transport;

/**
 * Received bytes that are not an acceptable frame. It carries no stack trace, because hostile peers
 * can cause it as often as they like; the message must name the cause without repeating the bytes.
 */
public class FrameException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong with the frame, fit for a log line
     */
    public FrameException(String message) {
        super(message, null, false, false);
    }
}
