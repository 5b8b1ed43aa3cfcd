package dev.mallard.protocol.link;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.transport.FrameDecoder;

import io.netty.buffer.ByteBuf;

import org.jspecify.annotations.Nullable;

/**
 * Finds link frames in received bytes. The layout, all integers big endian:
 *
 * <pre>
 * u32 length of what follows | u8 kind | body
 *   kind 1 REQUEST   u16 packet type | i32 user | i64 session number | payload
 *   kind 2 DELIVERY  u16 packet type | u16 count | i32 recipient * count | payload
 *   kind 3 DONE      i32 user | i64 session number
 *   kind 4 CONTROL   protobuf LinkControl
 *   kind 5 ANSWER    u16 packet type | u8 flags (1: ends a request, 2: protocol error) | i32 user | i64 session number | payload
 *   kind 6 TRACED_REQUEST  16 bytes trace id | 8 bytes span id | the fields of a REQUEST
 * </pre>
 *
 * <p>Before the handshake is through, only short frames are accepted: a stranger cannot make the service
 * hold more than {@value #MAX_LENGTH_BEFORE_HANDSHAKE} bytes.
 */
public final class LinkFrameDecoder implements FrameDecoder {

    static final int REQUEST = 1;
    static final int DELIVERY = 2;
    static final int DONE = 3;
    static final int CONTROL = 4;
    static final int ANSWER = 5;
    static final int TRACED_REQUEST = 6;
    static final int ENDS_REQUEST_FLAG = 1;
    static final int PROTOCOL_ERROR_FLAG = 2;

    /** Largest frame, bytes after the length field, until {@link #trust()} is called. */
    public static final int MAX_LENGTH_BEFORE_HANDSHAKE = 4 * 1024;

    private static final int REQUEST_HEADER = 2 + 4 + 8;
    private static final int TRACE_HEADER = 16 + 8;
    private static final int DELIVERY_HEADER = 2 + 2;
    private static final int ANSWER_HEADER = 2 + 1 + 4 + 8;
    private static final int DONE_LENGTH = 4 + 8;

    private int maxLength = MAX_LENGTH_BEFORE_HANDSHAKE;

    /** Accepts frames of full size from now on. */
    public void trust() {
        maxLength = LinkFrame.MAX_LENGTH;
    }

    @Override
    public @Nullable LinkFrame decode(ByteBuf in) throws LinkProtocolException {
        if (in.readableBytes() < Integer.BYTES) {
            return null;
        }
        long length = in.getUnsignedInt(in.readerIndex());
        if (length < 1 || length > maxLength) {
            throw new LinkProtocolException("frame of " + length + " bytes");
        }
        if (in.readableBytes() < Integer.BYTES + length) {
            return null;
        }
        in.skipBytes(Integer.BYTES);
        int kind = in.readUnsignedByte();
        ByteBuf body = in.readSlice((int) length - 1);
        return switch (kind) {
            case REQUEST -> request(body);
            case DELIVERY -> delivery(body);
            case DONE -> done(body);
            case CONTROL -> control(body);
            case ANSWER -> answer(body);
            case TRACED_REQUEST -> tracedRequest(body);
            default -> throw new LinkProtocolException("frame of unknown kind " + kind);
        };
    }

    private static LinkFrame.Request request(ByteBuf body) throws LinkProtocolException {
        requireLength(body, REQUEST_HEADER);
        int packetType = body.readUnsignedShort();
        int userId = body.readInt();
        long sessionNumber = body.readLong();
        return new LinkFrame.Request(packetType, userId, sessionNumber, body);
    }

    private static LinkFrame tracedRequest(ByteBuf body) throws LinkProtocolException {
        requireLength(body, TRACE_HEADER + REQUEST_HEADER);
        TraceContext trace = new TraceContext(body.readLong(), body.readLong(), body.readLong());
        return new LinkFrame.TracedRequest(trace, request(body));
    }

    private static LinkFrame delivery(ByteBuf body) throws LinkProtocolException {
        requireLength(body, DELIVERY_HEADER);
        int packetType = body.readUnsignedShort();
        int count = body.readUnsignedShort();
        requireLength(body, count * Integer.BYTES);
        ByteBuf recipients = body.readSlice(count * Integer.BYTES);
        return new LinkFrame.Delivery(packetType, recipients, body);
    }

    private static LinkFrame answer(ByteBuf body) throws LinkProtocolException {
        requireLength(body, ANSWER_HEADER);
        int packetType = body.readUnsignedShort();
        int flags = body.readUnsignedByte();
        return new LinkFrame.Answer(
                packetType,
                body.readInt(),
                body.readLong(),
                (flags & ENDS_REQUEST_FLAG) != 0,
                (flags & PROTOCOL_ERROR_FLAG) != 0,
                body);
    }

    private static LinkFrame done(ByteBuf body) throws LinkProtocolException {
        requireLength(body, DONE_LENGTH);
        return new LinkFrame.Done(body.readInt(), body.readLong());
    }

    private static LinkFrame control(ByteBuf body) throws LinkProtocolException {
        try {
            return new LinkFrame.Control(LinkControl.parseFrom(body.nioBuffer()));
        } catch (InvalidProtocolBufferException malformed) {
            throw new LinkProtocolException("control message that cannot be read");
        }
    }

    private static void requireLength(ByteBuf body, int length) throws LinkProtocolException {
        if (body.readableBytes() < length) {
            throw new LinkProtocolException("frame that ends too early");
        }
    }
}
