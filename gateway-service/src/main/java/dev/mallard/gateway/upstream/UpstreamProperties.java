package dev.mallard.gateway.upstream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The services behind the gateway, and how it keeps its links to them.
 *
 * @param gatewayId name of this gateway, unique among the gateways; the services show it
 * @param groups the groups of services by name; {@code lobby} and {@code game} have to be there
 * @param discoveryInterval time between two look-ups of the names that stand for several instances
 * @param connectTimeout time in which a connection to an instance has to be there, its TLS handshake
 *     included
 * @param handshakeTimeout time in which an instance has to answer the gateway's hello
 * @param heartbeatInterval time between two heartbeats on a link
 * @param missedHeartbeats number of intervals of silence after which a link counts as lost
 * @param pendingLimit bytes waiting on a link above which further requests are not forwarded: they are
 *     answered with the error of a service that is away, and those that are never answered are dropped. The
 *     clients of the event loop are not read long before that, so this is what they sent in one go
 * @param backoff how long to wait between attempts to connect
 * @param sessionTimeout longest time that the lobby gets to acknowledge a login
 * @param placementTimeout longest time that the gateway remembers a game that is being created
 * @param gameLostAfter time that a lost game service gets to come back and still know its games, before
 *     they count as over
 * @param gameTakeoverTimeout time that a game whose service is lost gets to go on at another service, if the lost
 *     one has said that its games survive, before it counts as over
 * @param gameEndTimeout longest time that the lobby gets to record the end of a lost game before its
 *     players are told
 */
@Validated
@ConfigurationProperties("mallard.gateway.upstream")
public record UpstreamProperties(
        @DefaultValue("gateway") @NotBlank String gatewayId,
        @NotEmpty Map<String, @Valid Group> groups,
        @DefaultValue("2s") Duration discoveryInterval,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration handshakeTimeout,
        @DefaultValue("2s") Duration heartbeatInterval,
        @DefaultValue("2") @Min(1) @Max(100) int missedHeartbeats,
        @DefaultValue("16MB") DataSize pendingLimit,
        @DefaultValue @Valid Retry backoff,
        @DefaultValue("3s") Duration sessionTimeout,
        @DefaultValue("30s") Duration placementTimeout,
        @DefaultValue("3s") Duration gameLostAfter,
        @DefaultValue("4500ms") Duration gameTakeoverTimeout,
        @DefaultValue("1s") Duration gameEndTimeout) {

    /** Name of the group whose services keep the rooms. */
    public static final String LOBBY = "lobby";

    /** Name of the group whose services run the games. */
    public static final String GAME = "game";

    private static final DataSize MOST_PENDING = DataSize.ofGigabytes(1);

    public UpstreamProperties {
        requirePositive("discovery-interval", discoveryInterval);
        requirePositive("connect-timeout", connectTimeout);
        requirePositive("handshake-timeout", handshakeTimeout);
        requirePositive("heartbeat-interval", heartbeatInterval);
        requirePositive("session-timeout", sessionTimeout);
        if (pendingLimit.toBytes() < 1 || pendingLimit.compareTo(MOST_PENDING) > 0) {
            throw new IllegalArgumentException(
                    "mallard.gateway.upstream.pending-limit must be from 1 byte to "
                            + MOST_PENDING.toBytes()
                            + ", not "
                            + pendingLimit.toBytes());
        }
        requirePositive("placement-timeout", placementTimeout);
        requirePositive("game-lost-after", gameLostAfter);
        requirePositive("game-takeover-timeout", gameTakeoverTimeout);
        requirePositive("game-end-timeout", gameEndTimeout);
    }

    /**
     * The instances of one service.
     *
     * @param instances address and port of each instance, such as {@code lobby-1:5557}; or a name that stands
     *     for all instances and is looked up again and again, such as {@code dns:lobby-headless:5557}
     */
    public record Group(@NotEmpty List<String> instances) {}

    /**
     * Waiting times between attempts to connect. They double from the shortest to the longest, and each is
     * shortened by a random part of up to a half. While the instance's machine refuses connections at
     * once, as it does when the service is being restarted, attempts cost nothing: then they do not become
     * rarer than the eager time, for as long as the eager period lasts.
     *
     * @param min the shortest waiting time
     * @param max the longest waiting time
     * @param eager the longest waiting time while connections are refused at once
     * @param eagerPeriod how long after the loss of the link the eager time applies
     */
    public record Retry(
            @DefaultValue("250ms") Duration min,
            @DefaultValue("10s") Duration max,
            @DefaultValue("1s") Duration eager,
            @DefaultValue("10m") Duration eagerPeriod) {

        public Retry {
            requirePositive("backoff.min", min);
            if (eager.compareTo(min) < 0 || max.compareTo(eager) < 0) {
                throw new IllegalArgumentException(
                        "mallard.gateway.upstream.backoff needs min <= eager <= max");
            }
            if (eagerPeriod.isNegative()) {
                throw new IllegalArgumentException(
                        "mallard.gateway.upstream.backoff.eager-period must not be negative");
            }
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(
                    "mallard.gateway.upstream." + name + " must be above zero, not " + duration);
        }
    }
}
