package dev.mallard.protocol.link;

import dev.mallard.transport.FrameException;

/** The peer of a link sent something that is no link frame; the link is to be closed. */
public final class LinkProtocolException extends FrameException {

    private static final long serialVersionUID = 1L;

    public LinkProtocolException(String message) {
        super(message);
    }
}
