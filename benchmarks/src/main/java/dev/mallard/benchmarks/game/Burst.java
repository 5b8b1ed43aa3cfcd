package dev.mallard.benchmarks.game;

import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.LinkFrameCodec;
import dev.mallard.protocol.link.LinkFrameDecoder;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.transport.FrameCodec;
import dev.mallard.transport.FrameDecoder;
import dev.mallard.transport.FrameEncoder;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Many requests that are sent together, encoded beforehand, so that sending them costs the driver next to
 * nothing.
 *
 * @param bytes whole frames of a link
 */
record Burst(ByteBuf bytes) {

    private static final FrameEncoder FRAMES = new LinkFrameCodec().encoder();

    /** Adds a request of a player. */
    void add(int userId, GamePacket packet) {
        FRAMES.encode(
                new LinkFrame.Request(
                        PacketCatalogue.get().typeOf(packet).id(),
                        userId,
                        LinkDriver.SESSION,
                        Unpooled.wrappedBuffer(packet.toByteArray())),
                bytes);
    }

    static Burst empty() {
        return new Burst(Unpooled.buffer());
    }

    /** A link's frames, and bursts of them. */
    static final class Codec implements FrameCodec {

        @Override
        public FrameDecoder newDecoder() {
            LinkFrameDecoder decoder = new LinkFrameDecoder();
            decoder.trust();
            return decoder;
        }

        @Override
        public FrameEncoder encoder() {
            return (message, out) -> {
                if (message instanceof Burst(ByteBuf bytes)) {
                    out.writeBytes(bytes, bytes.readerIndex(), bytes.readableBytes());
                } else {
                    FRAMES.encode(message, out);
                }
            };
        }
    }
}
