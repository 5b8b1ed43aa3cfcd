package dev.mallard.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetSocketAddress;
import java.util.function.BooleanSupplier;

/**
 * Sits on the listening channel and turns connections away before they get a pipeline. What it lets
 * through is reported as released when the channel is closed.
 */
final class AdmissionHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionHandler.class);

    private final BooleanSupplier accepting;
    private final ConnectionAdmission admission;

    AdmissionHandler(BooleanSupplier accepting, ConnectionAdmission admission) {
        this.accepting = accepting;
        this.admission = admission;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        Channel channel = (Channel) accepted;
        // The address is unknown when the peer has already gone.
        if (channel.remoteAddress() instanceof InetSocketAddress remote && admit(remote)) {
            channel.closeFuture().addListener(closed -> release(remote));
            context.fireChannelRead(accepted);
        } else {
            channel.unsafe().closeForcibly();
        }
    }

    private boolean admit(InetSocketAddress remote) {
        try {
            return accepting.getAsBoolean() && admission.admit(remote);
        } catch (RuntimeException e) {
            LOG.error("The admission of a connection failed; it is refused", e);
            return false;
        }
    }

    private void release(InetSocketAddress remote) {
        try {
            admission.released(remote);
        } catch (RuntimeException e) {
            LOG.error("The release of an admitted connection failed", e);
        }
    }
}
