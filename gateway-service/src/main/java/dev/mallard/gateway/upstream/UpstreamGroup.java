package dev.mallard.gateway.upstream;

import dev.mallard.gateway.client.Destination;
import dev.mallard.protocol.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The instances of one service. Immutable but for the state of its links; any thread. */
public final class UpstreamGroup {

    private final String name;
    private final Destination destination;
    private final List<UpstreamInstance> instances;

    UpstreamGroup(String name, List<InstanceAddress> addresses) {
        this.name = name;
        this.destination = destination(name);
        List<UpstreamInstance> all = new ArrayList<>();
        for (InstanceAddress address : addresses) {
            all.add(new UpstreamInstance(this, address));
        }
        this.instances = List.copyOf(all);
    }

    /** The name by which the configuration, the routing table and the instances know the group. */
    public String name() {
        return name;
    }

    /** The instances in the order of the configuration. */
    public List<UpstreamInstance> instances() {
        return instances;
    }

    /** What packets for this group are, for the states of a session. */
    public Destination destination() {
        return destination;
    }

    /** What packets for a group of that name are, for the states of a session. */
    public static Destination destination(String groupName) {
        return switch (groupName) {
            case UpstreamProperties.LOBBY -> Destination.LOBBY;
            case UpstreamProperties.GAME -> Destination.GAME;
            default -> Destination.OTHER_SERVICE;
        };
    }

    /** What a client is told when its packet cannot get to this group. */
    public ErrorCode unavailable() {
        return switch (destination) {
            case LOBBY -> ErrorCode.LOBBY_UNAVAILABLE;
            case GAME -> ErrorCode.GAME_UNAVAILABLE;
            case GATEWAY, OTHER_SERVICE -> ErrorCode.SERVER_BUSY;
        };
    }

    /** The usable link of an event loop to the instance of a name, or null. */
    public @Nullable UpstreamLink find(int loop, String instanceId) {
        for (int i = 0; i < instances.size(); i++) {
            UpstreamInstance instance = instances.get(i);
            if (instance.id().equals(instanceId)) {
                UpstreamLink link = instance.link(loop);
                if (link.isUsable()) {
                    return link;
                }
            }
        }
        return null;
    }

    /** The usable links of an event loop. */
    public List<UpstreamLink> usableLinks(int loop) {
        List<UpstreamLink> usable = new ArrayList<>();
        for (UpstreamInstance instance : instances) {
            UpstreamLink link = instance.link(loop);
            if (link.isUsable()) {
                usable.add(link);
            }
        }
        return usable;
    }

    /** Whether packets flow to any instance. */
    public boolean isUsable() {
        return instances.stream().anyMatch(UpstreamInstance::isUsable);
    }

    @Override
    public String toString() {
        return name;
    }
}
