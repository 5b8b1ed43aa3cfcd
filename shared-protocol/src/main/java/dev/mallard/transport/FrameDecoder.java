package dev.mallard.transport;

import io.netty.buffer.ByteBuf;

import org.jspecify.annotations.Nullable;

/**
 * Cuts the received bytes of one connection into frames. There is one instance per connection, used
 * by the connection's event loop only, so it may hold limits that change while the connection
 * lives.
 */
@FunctionalInterface
public interface FrameDecoder {

    /**
     * Takes the next frame from the readable bytes. It is called again after each frame until it
     * returns null, and then whenever more bytes have arrived.
     *
     * @param in the bytes that no frame has taken so far; the reader index must stay where it is
     *     when more bytes are needed, or move only past what has been fully consumed. The decoder
     *     neither keeps nor releases the buffer.
     * @return the frame, which may be a view of {@code in} and is valid only during the listener
     *     call that follows; or null when more bytes are needed. A frame takes at least one byte.
     * @throws FrameException when the bytes can never become a frame; thrown as early as the bytes
     *     show it, because the decoder alone bounds how much of an incomplete frame is kept
     */
    @Nullable Object decode(ByteBuf in) throws FrameException;
}
