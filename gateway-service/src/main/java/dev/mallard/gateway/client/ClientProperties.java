package dev.mallard.gateway.client;

import dev.mallard.protocol.client.ProtocolVersion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * How the gateway serves its clients.
 *
 * @param bindAddress address to listen on
 * @param port port to listen on, 0 for any free one
 * @param eventLoops number of event loops, which serve the clients and the links to the services; 0 for
 *     one less than there are processors
 * @param version version that every frame of a client has to carry, and that the gateway sends
 * @param payloadBeforeLogin largest payload of a client that has not logged in
 * @param payloadAfterLogin largest payload of a client that has logged in
 * @param frameTimeout time in which a frame that has begun has to be complete; checked once a second
 * @param loginTimeout time in which a connection has to log in; checked once a second
 * @param handlerTimeout longest time that the gateway's own handlers may take for a packet; the client
 *     gets an error then
 * @param protocolErrors number of unknown or unreadable packets that a client may send within the
 *     window; one more ends the connection
 * @param protocolErrorWindow the time over which protocol errors are counted
 * @param outboundSoftLimit bytes waiting for a client above which packets that only repeat a state are
 *     left out
 * @param outboundHardLimit bytes waiting for a client above which the connection is closed
 * @param slowConsumerGrace longest time above the soft limit; the connection is closed after it
 * @param connections how many connections there may be
 * @param proxyProtocol whether a load balancer says who the clients are
 * @param tls whether the clients speak TLS
 * @param rate how fast one client may send
 * @param farewellTimeout longest time that a closing connection gets to take what waits for it
 * @param drainGrace longest time that players in games may play on after the gateway was told to stop; 0
 *     sends them away at once
 */
@Validated
@ConfigurationProperties("mallard.gateway.client")
public record ClientProperties(
        @DefaultValue("0.0.0.0") @NotBlank String bindAddress,
        @DefaultValue("5555") @Min(0) @Max(65535) int port,
        @DefaultValue("0") @Min(0) @Max(64) int eventLoops,
        @DefaultValue("1.0.0") @NotBlank String version,
        @DefaultValue("4KB") DataSize payloadBeforeLogin,
        @DefaultValue("64KB") DataSize payloadAfterLogin,
        @DefaultValue("10s") Duration frameTimeout,
        @DefaultValue("300s") Duration loginTimeout,
        @DefaultValue("30s") Duration handlerTimeout,
        @DefaultValue("20") @Min(0) @Max(10_000) int protocolErrors,
        @DefaultValue("60s") Duration protocolErrorWindow,
        @DefaultValue("1MB") DataSize outboundSoftLimit,
        @DefaultValue("8MB") DataSize outboundHardLimit,
        @DefaultValue("10s") Duration slowConsumerGrace,
        @NestedConfigurationProperty @DefaultValue @Valid ConnectionProperties connections,
        @NestedConfigurationProperty @DefaultValue ProxyProtocolProperties proxyProtocol,
        @NestedConfigurationProperty @DefaultValue TlsProperties tls,
        @NestedConfigurationProperty @DefaultValue @Valid RateProperties rate,
        @DefaultValue("2s") Duration farewellTimeout,
        @DefaultValue("0s") Duration drainGrace) {

    private static final DataSize LARGEST_PAYLOAD = DataSize.ofMegabytes(1);
    private static final Duration LONGEST_DRAIN = Duration.ofHours(1);
    private static final DataSize LONGEST_HEADER = DataSize.ofBytes(64);

    public ClientProperties {
        requireSize("payload-before-login", payloadBeforeLogin, LARGEST_PAYLOAD);
        requireSize("payload-after-login", payloadAfterLogin, LARGEST_PAYLOAD);
        requireSize("outbound-soft-limit", outboundSoftLimit, outboundHardLimit);
        requireSize("outbound-hard-limit", outboundHardLimit, DataSize.ofGigabytes(1));
        requireSize("payload-after-login", payloadAfterLogin, largestPayload(rate.byteBurst()));
        requirePositive("frame-timeout", frameTimeout);
        requirePositive("login-timeout", loginTimeout);
        requirePositive("handler-timeout", handlerTimeout);
        requirePositive("protocol-error-window", protocolErrorWindow);
        requirePositive("slow-consumer-grace", slowConsumerGrace);
        requirePositive("farewell-timeout", farewellTimeout);
        if (drainGrace.isNegative() || drainGrace.compareTo(LONGEST_DRAIN) > 0) {
            throw new IllegalArgumentException(
                    "mallard.gateway.client.drain-grace must be from 0 to 1 h, not " + drainGrace);
        }
    }

    /** The version as it is on the wire. */
    public ProtocolVersion protocolVersion() {
        return new ProtocolVersion(version);
    }

    /** A client that may not send its largest frame at once could never send it. */
    private static DataSize largestPayload(DataSize byteBurst) {
        return DataSize.ofBytes(byteBurst.toBytes() - LONGEST_HEADER.toBytes());
    }

    private static void requireSize(String name, DataSize size, DataSize max) {
        if (size.toBytes() < 1 || size.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "mallard.gateway.client."
                            + name
                            + " must be from 1 byte to "
                            + max.toBytes()
                            + ", not "
                            + size.toBytes());
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(
                    "mallard.gateway.client." + name + " must be above zero, not " + duration);
        }
    }
}
