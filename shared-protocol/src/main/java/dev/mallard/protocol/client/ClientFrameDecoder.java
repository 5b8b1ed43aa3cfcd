package dev.mallard.protocol.client;

import dev.mallard.protocol.client.ClientFrameException.Fault;
import dev.mallard.transport.FrameDecoder;

import io.netty.buffer.ByteBuf;

import org.jspecify.annotations.Nullable;

/**
 * Finds client frames in received bytes, however they are cut. The layout, all integers big endian and
 * unsigned:
 *
 * <pre>
 * u16 packet type | u8 version length | version, UTF-8 | u32 payload length | payload
 * </pre>
 *
 * <p>A wrong version is refused as soon as its first wrong byte is there, and a payload above the limit as
 * soon as the header is there, so that nothing of a refused frame is ever collected.
 *
 * <p>One instance per connection, on its event loop.
 */
public final class ClientFrameDecoder implements FrameDecoder {

    private static final int VERSION_LENGTH_OFFSET = 2;
    private static final int VERSION_OFFSET = 3;

    private final ProtocolVersion version;
    private final int headerLength;
    private int payloadLimit;

    /**
     * @param payloadLimit the largest payload accepted, bytes
     */
    public ClientFrameDecoder(ProtocolVersion version, int payloadLimit) {
        this.version = version;
        this.headerLength = VERSION_OFFSET + version.length() + Integer.BYTES;
        this.payloadLimit = payloadLimit;
    }

    /** Changes the largest payload accepted, bytes, from the next frame on. */
    public void payloadLimit(int bytes) {
        payloadLimit = bytes;
    }

    @Override
    public @Nullable ClientFrame decode(ByteBuf in) throws ClientFrameException {
        int readable = in.readableBytes();
        int start = in.readerIndex();
        checkVersion(in, start, readable);
        if (readable < headerLength) {
            return null;
        }
        long length = in.getUnsignedInt(start + headerLength - Integer.BYTES);
        if (length > payloadLimit) {
            throw new ClientFrameException(Fault.FRAME_TOO_LARGE);
        }
        if (readable < headerLength + length) {
            return null;
        }
        int packetType = in.getUnsignedShort(start);
        in.skipBytes(headerLength);
        return new ClientFrame(packetType, in.readSlice((int) length));
    }

    private void checkVersion(ByteBuf in, int start, int readable) throws ClientFrameException {
        if (readable <= VERSION_LENGTH_OFFSET) {
            return;
        }
        if (in.getUnsignedByte(start + VERSION_LENGTH_OFFSET) != version.length()) {
            throw new ClientFrameException(Fault.WRONG_VERSION);
        }
        int present = Math.min(version.length(), readable - VERSION_OFFSET);
        for (int i = 0; i < present; i++) {
            if (in.getByte(start + VERSION_OFFSET + i) != version.byteAt(i)) {
                throw new ClientFrameException(Fault.WRONG_VERSION);
            }
        }
    }
}
