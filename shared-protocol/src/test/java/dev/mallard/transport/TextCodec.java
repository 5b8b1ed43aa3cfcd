package dev.mallard.transport;

import io.netty.buffer.ByteBuf;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** A codec for tests: a length of four bytes, then that many bytes of text. */
final class TextCodec implements FrameCodec {

    static final int LONGEST = 1 << 20;

    @Override
    public FrameDecoder newDecoder() {
        return TextCodec::decode;
    }

    @Override
    public FrameEncoder encoder() {
        return TextCodec::encode;
    }

    static byte[] frame(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[bytes.length + 4];
        frame[0] = (byte) (bytes.length >>> 24);
        frame[1] = (byte) (bytes.length >>> 16);
        frame[2] = (byte) (bytes.length >>> 8);
        frame[3] = (byte) bytes.length;
        System.arraycopy(bytes, 0, frame, 4, bytes.length);
        return frame;
    }

    private static @Nullable Object decode(ByteBuf in) throws FrameException {
        if (in.readableBytes() < 4) {
            return null;
        }
        int length = in.getInt(in.readerIndex());
        if (length < 0 || length > LONGEST) {
            throw new FrameException("text too long: " + length);
        }
        if (in.readableBytes() < 4 + length) {
            return null;
        }
        in.skipBytes(4);
        return in.readCharSequence(length, StandardCharsets.UTF_8).toString();
    }

    private static void encode(Object message, ByteBuf out) {
        out.writeInt(0);
        if (!(message instanceof String text)) {
            // After the length, so that half a frame is there to be taken back.
            throw new IllegalArgumentException("not a text");
        }
        int start = out.writerIndex();
        out.setInt(start - 4, out.writeCharSequence(text, StandardCharsets.UTF_8));
    }
}
