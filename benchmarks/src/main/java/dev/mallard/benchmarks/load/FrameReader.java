package dev.mallard.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import org.jspecify.annotations.Nullable;

/** Cuts the bytes of a channel into frames; what is incomplete is kept. Confined to the channel's loop. */
public abstract class FrameReader extends ChannelInboundHandlerAdapter {

    private @Nullable ByteBuf rest;

    /**
     * Takes the frame at the reader index.
     *
     * @return false if it is not complete yet; then the reader index stays where it was
     */
    protected abstract boolean readFrame(ByteBuf in);

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        ByteBuf kept = rest;
        if (kept != null) {
            rest = null;
            kept.writeBytes(in);
            in.release();
            in = kept;
        }
        while (in.isReadable() && readFrame(in)) {
            // One frame after the other.
        }
        if (in.isReadable()) {
            rest = context.alloc().buffer(in.readableBytes() * 2).writeBytes(in);
        }
        in.release();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        ByteBuf kept = rest;
        if (kept != null) {
            rest = null;
            kept.release();
        }
    }
}
