package dev.mallard.protocol.link.server;

import dev.mallard.transport.LinkTlsProperties;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * How a lobby or game service accepts the links of the gateways.
 *
 * @param bindAddress address to listen on
 * @param port port to listen on, 0 for any free one
 * @param instanceId name of this instance, unique within its group and stable over restarts; gateways
 *     and stored rooms refer to it
 * @param secret what a gateway has to know to be let in
 * @param tls whether gateways have to speak TLS
 * @param eventLoops number of event loops, 0 for one less than there are processors
 * @param heartbeatInterval time between two heartbeats to a gateway
 * @param missedHeartbeats number of intervals of silence after which a link counts as lost
 * @param handshakeTimeout time in which a new link has to say hello
 * @param lostGatewayGrace time in which a gateway whose links broke may come back before its users
 *     count as disconnected
 */
@Validated
@ConfigurationProperties("mallard.link")
public record LinkServerProperties(
        @DefaultValue("0.0.0.0") @NotBlank String bindAddress,
        @Min(0) @Max(65535) int port,
        @NotBlank String instanceId,
        @NotBlank String secret,
        @NestedConfigurationProperty @DefaultValue LinkTlsProperties tls,
        @DefaultValue("0") @Min(0) @Max(64) int eventLoops,
        @DefaultValue("2s") Duration heartbeatInterval,
        @DefaultValue("2") @Min(1) @Max(100) int missedHeartbeats,
        @DefaultValue("5s") Duration handshakeTimeout,
        @DefaultValue("5s") Duration lostGatewayGrace) {

    /** The secret stays out of logs and failure analyses. */
    @Override
    public String toString() {
        return "LinkServerProperties["
                + bindAddress
                + ":"
                + port
                + ", instance "
                + instanceId
                + "]";
    }
}
