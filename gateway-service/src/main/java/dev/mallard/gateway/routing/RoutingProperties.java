package dev.mallard.gateway.routing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.util.List;

/**
 * Packets of services that are not part of the game's own protocol.
 *
 * @param routes which packet ids go to which upstream group
 */
@Validated
@ConfigurationProperties("mallard.gateway")
public record RoutingProperties(@DefaultValue List<@Valid AdditionalRoute> routes) {

    /**
     * A range of packet ids that go to one group. Clients that have logged in may send them.
     *
     * @param firstId the lowest packet id
     * @param lastId the highest packet id; the same as the lowest if it is left out
     * @param group name of the upstream group
     */
    public record AdditionalRoute(
            @Min(0) @Max(0xFFFF) int firstId,
            @DefaultValue("-1") @Max(0xFFFF) int lastId,
            @NotBlank String group) {

        public AdditionalRoute {
            if (lastId == -1) {
                lastId = firstId;
            }
            if (lastId < firstId) {
                throw new IllegalArgumentException(
                        "mallard.gateway.routes: last-id " + lastId + " is below " + firstId);
            }
        }
    }
}
