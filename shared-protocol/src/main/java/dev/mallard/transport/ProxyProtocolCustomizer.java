package dev.mallard.transport;

import io.netty.channel.Channel;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Expects every accepted connection to begin with a header of the PROXY protocol, version 1 or 2.
 * The source that the header names becomes {@link NettyConnection#REMOTE_ADDRESS}; a header that
 * names none (a health check of the proxy itself, version 2's LOCAL, version 1's UNKNOWN) leaves
 * the address of the socket.
 *
 * <p>The connection opens after the header. One that begins with anything else, that takes too
 * long, or whose header has more than 4 KiB besides the addresses, is closed without a log entry
 * above debug level, and counted by the listener. A peer that just goes away is not counted.
 */
public final class ProxyProtocolCustomizer implements ChannelCustomizer {

    /** A time-out that suits every proxy: the header comes first and fits into one segment. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    private final Duration timeout;
    private final TrustedProxies trusted;
    private final Consumer<ProxyHeaderRefusal> refusals;

    /**
     * @param timeout how long the header may take after the connection was accepted, at least 1 ms
     *     and at most 1 min
     * @param trusted who may send a header; others are refused at once
     * @param refusals told of every refusal, on the connection's event loop; must not block
     * @throws IllegalArgumentException when the time-out is out of range
     */
    public ProxyProtocolCustomizer(
            Duration timeout, TrustedProxies trusted, Consumer<ProxyHeaderRefusal> refusals) {
        this.timeout = OpeningTimeout.check(timeout);
        this.trusted = trusted;
        this.refusals = refusals;
    }

    @Override
    public void customize(Channel channel) {
        channel.pipeline()
                .addLast(
                        new ProxyHeaderDecoder(),
                        new ProxyHeaderHandler(timeout, trusted, refusals));
    }
}
