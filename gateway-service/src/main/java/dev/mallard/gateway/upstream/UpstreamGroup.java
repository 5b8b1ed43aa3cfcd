package dev.mallard.gateway.upstream;

import dev.mallard.gateway.client.Destination;
import dev.mallard.protocol.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * The instances of one service. Those that are found by name come and go; whoever looks at several takes the
 * list once. Any thread.
 */
public final class UpstreamGroup {

    private final String name;
    private final Destination destination;
    private final List<InstanceEntry> entries;
    private final LongAdder reconnectsOfRemoved = new LongAdder();
    private final LongAdder[] fenced =
            Stream.generate(LongAdder::new)
                    .limit(FencedMessage.values().length)
                    .toArray(LongAdder[]::new);
    private final LongAdder overflows = new LongAdder();
    private volatile List<UpstreamInstance> instances = List.of();

    UpstreamGroup(String name, List<InstanceEntry> entries) {
        this.name = name;
        this.destination = destination(name);
        this.entries = List.copyOf(entries);
    }

    /** What the configuration says about the instances. */
    List<InstanceEntry> entries() {
        return entries;
    }

    /** To be called by one thread at a time. */
    void add(UpstreamInstance instance) {
        List<UpstreamInstance> more = new ArrayList<>(instances);
        more.add(instance);
        instances = List.copyOf(more);
    }

    /** To be called by one thread at a time. */
    void remove(UpstreamInstance instance) {
        List<UpstreamInstance> fewer = new ArrayList<>(instances);
        fewer.remove(instance);
        instances = List.copyOf(fewer);
        reconnectsOfRemoved.add(instance.reconnects());
    }

    /** How often a link to an instance has come up again, those included that are gone. */
    public long reconnects() {
        long reconnects = reconnectsOfRemoved.sum();
        for (UpstreamInstance instance : instances) {
            reconnects += instance.reconnects();
        }
        return reconnects;
    }

    /** A packet is not forwarded because too much waits on its link. */
    void overflowed() {
        overflows.increment();
    }

    /** Something comes from an instance that does not run the player's game any more. */
    public void fenced(FencedMessage kind) {
        fenced[kind.ordinal()].increment();
    }

    /** How often something was ignored because its instance does not run the player's game any more. */
    public long fencedMessages(FencedMessage kind) {
        return fenced[kind.ordinal()].sum();
    }

    /**
     * Whether games survive the death of an instance. About an instance that is not known any more, what holds
     * for the others is assumed.
     */
    public boolean gamesSurvive(String instanceId) {
        boolean any = false;
        for (UpstreamInstance instance : instances) {
            if (instance.id().equals(instanceId)) {
                return instance.gamesSurvive();
            }
            any |= instance.gamesSurvive();
        }
        return any;
    }

    /** Packets that were not forwarded because too much waited on their link. */
    public long overflows() {
        return overflows.sum();
    }

    /** The name by which the configuration, the routing table and the instances know the group. */
    public String name() {
        return name;
    }

    /** The instances as they are now, in the order of the configuration, then of their appearance. */
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
        List<UpstreamInstance> current = instances;
        for (int i = 0; i < current.size(); i++) {
            UpstreamInstance instance = current.get(i);
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
