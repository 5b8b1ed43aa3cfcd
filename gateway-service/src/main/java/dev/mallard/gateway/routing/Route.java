package dev.mallard.gateway.routing;

import dev.mallard.gateway.client.Destination;
import dev.mallard.protocol.PacketType;

import org.jspecify.annotations.Nullable;

/**
 * One entry of the routing table.
 *
 * @param packetId id in the frame header, 0 to 65535
 * @param type the type with this id, or null if only the configuration knows it
 * @param target who serves the packet
 * @param destination what the target is, for the states of a session
 * @param answered whether the packet is answered in any case
 * @param group index of the upstream group among the gateway's groups; -1 if it goes to none
 */
public record Route(
        int packetId,
        @Nullable PacketType type,
        Target target,
        Destination destination,
        boolean answered,
        int group) {

    static Route of(PacketType type, Target target) {
        return new Route(type.id(), type, target, target.destination(), type.alwaysAnswered(), -1);
    }

    static Route of(int packetId, Target target) {
        return new Route(packetId, null, target, target.destination(), false, -1);
    }

    Route toGroup(int index) {
        return new Route(packetId, type, target, destination, answered, index);
    }
}
