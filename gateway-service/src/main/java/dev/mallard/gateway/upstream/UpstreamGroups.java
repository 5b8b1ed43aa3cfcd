package dev.mallard.gateway.upstream;

import dev.mallard.gateway.client.SessionRegistry;
import dev.mallard.transport.EventLoops;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** All services behind the gateway. Any thread. */
public final class UpstreamGroups {

    private final List<UpstreamGroup> groups;
    private final UpstreamGroup lobby;
    private final UpstreamGroup game;
    private final EventLoops eventLoops;
    private final SessionRegistry registry;
    private final BitSet slots = new BitSet();

    /**
     * Makes a link per event loop and instance of a known address; none is opened.
     *
     * @throws IllegalStateException if the lobby or the game group is missing, an address cannot be read, or
     *     one is there twice
     */
    public UpstreamGroups(
            Map<String, UpstreamProperties.Group> configured,
            EventLoops eventLoops,
            SessionRegistry registry) {
        this.eventLoops = eventLoops;
        this.registry = registry;
        List<UpstreamGroup> all = new ArrayList<>();
        configured.forEach((name, group) -> all.add(new UpstreamGroup(name, entries(name, group))));
        this.groups = List.copyOf(all);
        this.lobby = required(UpstreamProperties.LOBBY);
        this.game = required(UpstreamProperties.GAME);
        for (UpstreamGroup group : groups) {
            for (InstanceEntry entry : group.entries()) {
                if (entry instanceof InstanceEntry.Fixed(InstanceAddress address)) {
                    group.add(create(group, address, address.host(), takeSlot()));
                }
            }
        }
    }

    private static List<InstanceEntry> entries(String name, UpstreamProperties.Group group) {
        List<InstanceEntry> entries = new ArrayList<>();
        for (String text : group.instances()) {
            InstanceEntry entry;
            try {
                entry = InstanceEntry.parse(text);
            } catch (IllegalArgumentException unreadable) {
                throw new IllegalStateException(
                        "upstream group " + name + ": " + unreadable.getMessage(), unreadable);
            }
            if (entries.contains(entry)) {
                throw new IllegalStateException(
                        "upstream group " + name + " has " + entry + " twice");
            }
            entries.add(entry);
        }
        return entries;
    }

    private UpstreamInstance create(
            UpstreamGroup group, InstanceAddress address, String serverName, int slot) {
        UpstreamInstance instance = new UpstreamInstance(group, address, serverName);
        for (int loop = 0; loop < eventLoops.size(); loop++) {
            instance.add(
                    new UpstreamLink(instance, registry.loop(loop), eventLoops.loop(loop), slot));
        }
        return instance;
    }

    private int takeSlot() {
        int slot = slots.nextClearBit(0);
        slots.set(slot);
        return slot;
    }

    /** An instance has appeared; its links are made, and none is opened. */
    synchronized UpstreamInstance add(
            UpstreamGroup group, InstanceAddress address, String serverName) {
        UpstreamInstance instance = create(group, address, serverName, takeSlot());
        group.add(instance);
        return instance;
    }

    /** An instance is not to be used any more. Its links are still there. */
    synchronized void remove(UpstreamInstance instance) {
        instance.group().remove(instance);
    }

    /** The links of an instance that was removed are closed, and their open requests answered. */
    synchronized void closed(UpstreamInstance instance) {
        slots.clear(instance.link(0).slot());
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
