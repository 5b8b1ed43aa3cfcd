package dev.mallard.transport;

/** How frames look on the wire: a decoder for each connection, one encoder for all. */
public interface FrameCodec {

    /**
     * @return a decoder for a new connection; called on that connection's event loop
     */
    FrameDecoder newDecoder();

    /**
     * @return the encoder, always the same one
     */
    FrameEncoder encoder();
}
