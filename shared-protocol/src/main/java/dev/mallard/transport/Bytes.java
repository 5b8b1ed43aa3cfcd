package dev.mallard.transport;

import io.netty.buffer.ByteBuf;

/** Copies bytes between buffers. Stateless; any thread. */
public final class Bytes {

    private Bytes() {}

    /**
     * Appends the readable bytes of a buffer to another one. Asked this way round, the source copies
     * straight from memory to memory, also if it is a view of another buffer; {@code writeBytes}
     * would make a NIO buffer of it first.
     *
     * @param from neither consumed nor released
     */
    public static void append(ByteBuf from, ByteBuf to) {
        int length = from.readableBytes();
        to.ensureWritable(length);
        from.getBytes(from.readerIndex(), to, to.writerIndex(), length);
        to.writerIndex(to.writerIndex() + length);
    }
}
