package dev.mallard.game.world;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The taken seats of a game in join order, and who of their players receives what. */
public final class Seats {

    private static final int[] NOBODY = {};

    private final int hostId;
    private final List<Player> players;
    private final List<Player> view;
    private int[] connectedIds = NOBODY;

    Seats(int hostId, List<Player> players) {
        this.hostId = hostId;
        this.players = new ArrayList<>(players);
        this.view = Collections.unmodifiableList(this.players);
        presenceChanged();
    }

    /** The players, connected or not. */
    public List<Player> all() {
        return view;
    }

    /** The player with this id, or null. */
    public @Nullable Player find(int playerId) {
        for (Player player : players) {
            if (player.id() == playerId) {
                return player;
            }
        }
        return null;
    }

    /** The host while he is connected, else null. */
    public @Nullable Player connectedHost() {
        Player host = find(hostId);
        return host != null && host.connected() ? host : null;
    }

    /** Takes a seat away. */
    public void remove(Player player) {
        players.remove(player);
        presenceChanged();
    }

    /** Has to be called whenever a player connects or disconnects. */
    public void presenceChanged() {
        connectedIds = players.stream().filter(Player::connected).mapToInt(Player::id).toArray();
    }

    /** Whether everybody is connected. */
    public boolean complete() {
        return connectedIds.length == players.size();
    }

    /** Whether nobody is connected. */
    public boolean deserted() {
        return connectedIds.length == 0;
    }

    /**
     * The connected players that an audience consists of.
     *
     * @return user ids in join order; a shared array that must not be changed
     */
    public int[] recipients(Audience audience) {
        return switch (audience) {
            case Audience.All() -> connectedIds;
            case Audience.Host() -> only(hostId);
            case Audience.Only(int playerId) -> only(playerId);
            case Audience.AllBut(int playerId) -> allBut(playerId);
        };
    }

    private int[] only(int playerId) {
        Player player = find(playerId);
        return player != null && player.connected() ? new int[] {playerId} : NOBODY;
    }

    private int[] allBut(int playerId) {
        int[] others = new int[connectedIds.length];
        int next = 0;
        for (int connected : connectedIds) {
            if (connected != playerId) {
                others[next++] = connected;
            }
        }
        return next == others.length ? others : Arrays.copyOf(others, next);
    }
}
