package dev.mallard.gateway.routing;

import dev.mallard.gateway.client.Destination;
import dev.mallard.gateway.upstream.UpstreamGroup;

/** Who serves a packet. */
public sealed interface Target {

    /** What packets for this target are, for the states of a session. */
    Destination destination();

    /** The gateway itself. */
    record Gateway() implements Target {

        @Override
        public Destination destination() {
            return Destination.GATEWAY;
        }

        @Override
        public String toString() {
            return "gateway";
        }
    }

    /**
     * A service behind the gateway.
     *
     * @param group name of the upstream group
     */
    record Service(String group) implements Target {

        @Override
        public Destination destination() {
            return UpstreamGroup.destination(group);
        }

        @Override
        public String toString() {
            return group;
        }
    }
}
