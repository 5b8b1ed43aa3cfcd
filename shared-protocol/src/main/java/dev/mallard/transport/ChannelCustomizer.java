package dev.mallard.transport;

import io.netty.channel.Channel;

/**
 * Prepares a new channel before the transport adds its own handler at the end of the pipeline. This
 * is the place for TLS, or for a decoder of the PROXY protocol.
 *
 * <p>A connection opens when the channel's active event reaches the transport's handler. A handler
 * that has to finish something first (a TLS handshake, the PROXY header) holds the event back until
 * then, and bounds how long that may take; one that learns the real address of the peer sets {@link
 * NettyConnection#REMOTE_ADDRESS} before it lets the event pass.
 */
@FunctionalInterface
public interface ChannelCustomizer {

    /**
     * Adds handlers or sets options. Called on the channel's event loop.
     *
     * @param channel the new channel, with nothing read from it yet
     */
    void customize(Channel channel);

    /**
     * @param next what goes behind, further from the socket
     * @return a customizer that applies this one first, then the other
     */
    default ChannelCustomizer andThen(ChannelCustomizer next) {
        return channel -> {
            customize(channel);
            next.customize(channel);
        };
    }

    /**
     * @return a customizer that changes nothing
     */
    static ChannelCustomizer none() {
        return channel -> {};
    }
}
