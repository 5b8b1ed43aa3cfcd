package dev.mallard.gateway.upstream;

import dev.mallard.protocol.link.message.Load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** One running service behind the gateway, with the link of each event loop to it. Any thread. */
public final class UpstreamInstance {

    private final UpstreamGroup group;
    private final InstanceAddress address;
    private final String serverName;
    private final List<UpstreamLink> links = new ArrayList<>();
    private final AtomicInteger placedGames = new AtomicInteger();
    private final LongAdder reconnects = new LongAdder();
    private volatile String id;
    private volatile long hash;
    private volatile boolean withdrawn;
    private volatile boolean gamesSurvive;
    private volatile Load load = Load.getDefaultInstance();

    /**
     * @param serverName the host as it was configured, which is what a certificate is for
     */
    UpstreamInstance(UpstreamGroup group, InstanceAddress address, String serverName) {
        this.group = group;
        this.address = address;
        this.serverName = serverName;
        this.id = address.toString();
        this.hash = RendezvousSelector.hash(id);
    }

    /** The group that the instance belongs to. */
    public UpstreamGroup group() {
        return group;
    }

    public InstanceAddress address() {
        return address;
    }

    /** The host as it was configured. */
    String serverName() {
        return serverName;
    }

    /** Whether the instance's name does not lead to it any more: it gets no new work. */
    public boolean isWithdrawn() {
        return withdrawn;
    }

    void withdrawn(boolean gone) {
        withdrawn = gone;
        links.forEach(link -> link.execute(link::reconsider));
    }

    /** The name that the instance has given itself; its address until it has. */
    public String id() {
        return id;
    }

    /** The instance has said its name. */
    void id(String name) {
        if (!name.equals(id)) {
            id = name;
            hash = RendezvousSelector.hash(name);
        }
    }

    /** Whether another instance goes on with the games of this one if it dies, as far as it said. */
    public boolean gamesSurvive() {
        return gamesSurvive;
    }

    void gamesSurvive(boolean survive) {
        gamesSurvive = survive;
    }

    /** Hash of the name. */
    long hash() {
        return hash;
    }

    /** How busy the instance said it is, last. */
    public Load load() {
        return load;
    }

    void load(Load current) {
        load = current;
        placedGames.set(0);
    }

    /** A game is being created there: counted until the instance says again how many it has. */
    public void gamePlaced() {
        placedGames.incrementAndGet();
    }

    /** The number of live games, as far as the gateway can know. */
    public int games() {
        return load.getGames() + placedGames.get();
    }

    void reconnected() {
        reconnects.increment();
    }

    /** How often a link to the instance has come up again. */
    public long reconnects() {
        return reconnects.sum();
    }

    /** To be called before anybody sees the instance, for one event loop after the other. */
    void add(UpstreamLink link) {
        links.add(link);
    }

    /** The link of an event loop. */
    public UpstreamLink link(int loop) {
        return links.get(loop);
    }

    /** The links of all event loops. */
    public List<UpstreamLink> links() {
        return List.copyOf(links);
    }

    /** Whether packets flow to the instance on any event loop. */
    public boolean isUsable() {
        for (UpstreamLink link : links) {
            if (link.isUsable()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return group.name() + " " + id;
    }
}
