package dev.mallard.gateway.upstream;

import dev.mallard.gateway.client.SessionRegistry;
import dev.mallard.transport.EventLoops;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All services behind the gateway. Any thread. */
public final class UpstreamGroups {

    private final List<UpstreamGroup> groups;
    private final UpstreamGroup lobby;
    private final UpstreamGroup game;

    /**
     * Makes a link per event loop and instance; none is opened.
     *
     * @throws IllegalStateException if the lobby or the game group is missing, an address cannot be read, or
     *     one is there twice
     */
    public UpstreamGroups(
            Map<String, UpstreamProperties.Group> configured,
            EventLoops eventLoops,
            SessionRegistry registry) {
        List<UpstreamGroup> all = new ArrayList<>();
        configured.forEach(
                (name, group) -> all.add(new UpstreamGroup(name, addresses(name, group))));
        this.groups = List.copyOf(all);
        this.lobby = required(UpstreamProperties.LOBBY);
        this.game = required(UpstreamProperties.GAME);
        for (int loop = 0; loop < eventLoops.size(); loop++) {
            int slot = 0;
            for (UpstreamInstance instance : instances()) {
                instance.add(
                        new UpstreamLink(
                                instance, registry.loop(loop), eventLoops.loop(loop), slot++));
            }
        }
    }

    private static List<InstanceAddress> addresses(String name, UpstreamProperties.Group group) {
        List<InstanceAddress> addresses = new ArrayList<>();
        for (String text : group.instances()) {
            InstanceAddress address;
            try {
                address = InstanceAddress.parse(text);
            } catch (IllegalArgumentException unreadable) {
                throw new IllegalStateException(
                        "upstream group " + name + ": " + unreadable.getMessage(), unreadable);
            }
            if (addresses.contains(address)) {
                throw new IllegalStateException(
                        "upstream group " + name + " has " + address + " twice");
            }
            addresses.add(address);
        }
        return addresses;
    }

    private UpstreamGroup required(String name) {
        for (UpstreamGroup group : groups) {
            if (group.name().equals(name)) {
                return group;
            }
        }
        throw new IllegalStateException("mallard.gateway.upstream.groups has no group " + name);
    }

    public UpstreamGroup lobby() {
        return lobby;
    }

    public UpstreamGroup game() {
        return game;
    }

    /** All groups in the order of the configuration. */
    public List<UpstreamGroup> all() {
        return groups;
    }

    /** All instances of all groups. */
    public List<UpstreamInstance> instances() {
        return groups.stream().flatMap(group -> group.instances().stream()).toList();
    }

    /** The usable links of an event loop to all instances of all groups. */
    public List<UpstreamLink> usableLinks(int loop) {
        return groups.stream().flatMap(group -> group.usableLinks(loop).stream()).toList();
    }
}
