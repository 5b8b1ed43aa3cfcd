package dev.mallard.transport;

import io.netty.buffer.ByteBuf;

/** Turns messages into the bytes of frames. Stateless, and used by many threads at once. */
@FunctionalInterface
public interface FrameEncoder {

    /**
     * Appends one frame.
     *
     * @param message the message; which types are understood is the codec's matter
     * @param out where the bytes go, at the writer index. It may hold earlier frames and must not
     *     be kept; whatever was appended is taken back when this method throws.
     * @throws IllegalArgumentException when the message is of a type that the codec does not know,
     *     or too large for a frame
     */
    void encode(Object message, ByteBuf out);
}
