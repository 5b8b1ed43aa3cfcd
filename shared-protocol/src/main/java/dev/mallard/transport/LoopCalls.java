package dev.mallard.transport;

import io.netty.channel.ChannelHandlerContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.RejectedExecutionException;

/**
 * Does things on the event loop of a connection: at once if that is the caller's, never if the loop has ended.
 * Any thread.
 *
 * @param context of the connection's channel
 * @param connectionId name of the connection, for the log
 */
record LoopCalls(ChannelHandlerContext context, String connectionId) {

    private static final Logger LOG = LoggerFactory.getLogger(LoopCalls.class);

    void run(Runnable action) {
        if (context.executor().inEventLoop()) {
            action.run();
            return;
        }
        try {
            context.executor().execute(action);
        } catch (RejectedExecutionException e) {
            LOG.trace("Connection {}: its event loop has ended", connectionId);
        }
    }
}
