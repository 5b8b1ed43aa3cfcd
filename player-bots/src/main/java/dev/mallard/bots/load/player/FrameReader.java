package dev.mallard.bots.load.player;

import dev.mallard.protocol.client.ClientFrame;
import dev.mallard.transport.FrameDecoder;
import dev.mallard.transport.FrameException;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;

import java.util.List;

/** Hands the frames of a connection to its listener, without copying them. */
final class FrameReader extends ByteToMessageDecoder {

    private final FrameDecoder frames;
    private final WireListener listener;

    FrameReader(FrameDecoder frames, WireListener listener) {
        this.frames = frames;
        this.listener = listener;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
            throws FrameException {
        Object frame = frames.decode(in);
        while (frame != null) {
            ClientFrame next = (ClientFrame) frame;
            listener.received(next.packetType(), next.payload());
            frame = in.isReadable() ? frames.decode(in) : null;
        }
    }

    /** What cannot be read, or breaks, ends the connection; its listener hears of the end. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
