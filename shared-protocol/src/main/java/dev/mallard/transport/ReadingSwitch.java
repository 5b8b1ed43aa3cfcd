package dev.mallard.transport;

import io.netty.channel.ChannelHandlerContext;

/** Whether a connection takes what its peer sends, from the socket as well as from what is held. */
final class ReadingSwitch {

    private final ChannelHandlerContext context;
    private final InboundFrames inbound;
    private final LoopCalls calls;

    ReadingSwitch(ChannelHandlerContext context, InboundFrames inbound, LoopCalls calls) {
        this.context = context;
        this.inbound = inbound;
        this.calls = calls;
    }

    /** Turns reading on or off; any thread, the last call wins. */
    void set(boolean on) {
        inbound.setPaused(!on);
        calls.run(this::apply);
    }

    /** Drops what is held and whatever comes. */
    void discard() {
        inbound.discard();
        // Reading goes on, since that is how the end of the peer is noticed.
        apply();
    }

    /** Does what was asked for last, as far as the channel lives. */
    void apply() {
        if (!context.channel().isActive()) {
            return;
        }
        inbound.applyPause();
        context.channel().config().setAutoRead(!inbound.isPaused() || inbound.isDiscarding());
    }
}
