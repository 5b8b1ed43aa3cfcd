package dev.mallard.faults.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;

/** One connection through a proxy: two sockets and the pipes between them. On the event loop. */
final class Relay {

    private final Channel front;
    private final Channel back;
    private final Pipe forth;
    private final Pipe backwards;

    Relay(Channel front, Channel back, Disturbance disturbance) {
        this.front = front;
        this.back = back;
        this.forth = new Pipe(front, back, disturbance);
        this.backwards = new Pipe(back, front, disturbance);
        front.pipeline().addLast(new End(forth));
        back.pipeline().addLast(new End(backwards));
        forth.readOn();
        backwards.readOn();
        if (!front.isActive()) {
            forth.ended();
        }
    }

    void disturb(Disturbance disturbance) {
        boolean heals = !(disturbance instanceof Disturbance.Swallow);
        if (heals && (forth.lossy() || backwards.lossy())) {
            reset();
        } else {
            forth.disturb(disturbance);
            backwards.disturb(disturbance);
        }
    }

    /** Both sides get a RST. */
    void reset() {
        abort(front);
        abort(back);
    }

    static void abort(Channel channel) {
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
    }

    /** The receiving end of one of the two sockets. */
    private final class End extends ChannelInboundHandlerAdapter {

        private final Pipe pipe;

        End(Pipe pipe) {
            this.pipe = pipe;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            pipe.received((ByteBuf) bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            pipe.ended();
            if (!front.isOpen() && !back.isOpen()) {
                forth.discard();
                backwards.discard();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable reset) {
            context.close();
        }
    }
}
