package dev.mallard.protocol.link;

import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.transport.Bytes;
import dev.mallard.transport.FrameEncoder;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufOutputStream;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes link frames; see {@link LinkFrameDecoder} for the layout. Stateless; any thread. */
public final class LinkFrameEncoder implements FrameEncoder {

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the message is no {@link LinkFrame} or longer than {@link
     *     LinkFrame#MAX_LENGTH}; nothing is written then
     */
    @Override
    public void encode(Object message, ByteBuf out) {
        int start = out.writerIndex();
        out.writeInt(0);
        switch ((LinkFrame) message) {
            case LinkFrame.Request request -> {
                out.writeByte(LinkFrameDecoder.REQUEST);
                encode(request, out);
            }
            case LinkFrame.TracedRequest(TraceContext trace, LinkFrame.Request request) -> {
                out.writeByte(LinkFrameDecoder.TRACED_REQUEST);
                encode(trace, out);
                encode(request, out);
            }
            case LinkFrame.Delivery delivery -> encode(delivery, out);
            case LinkFrame.Answer answer -> encode(answer, out);
            case LinkFrame.Done done -> {
                out.writeByte(LinkFrameDecoder.DONE);
                out.writeInt(done.userId());
                out.writeLong(done.sessionNumber());
            }
            case LinkFrame.Control control -> encode(control.message(), out);
        }
        int length = out.writerIndex() - start - Integer.BYTES;
        if (length > LinkFrame.MAX_LENGTH) {
            out.writerIndex(start);
            throw new IllegalArgumentException("frame of " + length + " bytes");
        }
        out.setInt(start, length);
    }

    private static void encode(TraceContext trace, ByteBuf out) {
        out.writeLong(trace.traceIdHigh());
        out.writeLong(trace.traceIdLow());
        out.writeLong(trace.spanId());
    }

    private static void encode(LinkFrame.Request request, ByteBuf out) {
        out.writeShort(request.packetType());
        out.writeInt(request.userId());
        out.writeLong(request.sessionNumber());
        writeCopy(request.payload(), out);
    }

    private static void encode(LinkFrame.Delivery delivery, ByteBuf out) {
        out.writeByte(LinkFrameDecoder.DELIVERY);
        out.writeShort(delivery.packetType());
        out.writeShort(delivery.recipientCount());
        writeCopy(delivery.recipients(), out);
        writeCopy(delivery.payload(), out);
    }

    private static void encode(LinkFrame.Answer answer, ByteBuf out) {
        out.writeByte(LinkFrameDecoder.ANSWER);
        out.writeShort(answer.packetType());
        out.writeByte(
                (answer.endsRequest() ? LinkFrameDecoder.ENDS_REQUEST_FLAG : 0)
                        | (answer.protocolError() ? LinkFrameDecoder.PROTOCOL_ERROR_FLAG : 0));
        out.writeInt(answer.userId());
        out.writeLong(answer.sessionNumber());
        writeCopy(answer.payload(), out);
    }

    private static void encode(LinkControl message, ByteBuf out) {
        out.writeByte(LinkFrameDecoder.CONTROL);
        try {
            message.writeTo(new ByteBufOutputStream(out));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void writeCopy(ByteBuf bytes, ByteBuf out) {
        Bytes.append(bytes, out);
    }
}
