package dev.mallard.bots.load.player;

import java.util.ArrayList;
import java.util.List;

/**
 * The players who share a room again and again, and what they know of it together. The first player who
 * has not given up is the host. One thread.
 */
public final class Table {

    private final int number;
    private final List<Player> seats = new ArrayList<>();
    private final Field field = new Field();
    private int roomId;
    private boolean open;
    private long openSince;

    public Table(int number) {
        this.number = number;
    }

    /** Adds a player; tells its place, from 0. */
    int seat(Player player) {
        seats.add(player);
        return seats.size() - 1;
    }

    public int number() {
        return number;
    }

    public List<Player> seats() {
        return seats;
    }

    /** Whether this player creates the room and hosts the game. */
    public boolean hostedBy(Player player) {
        for (Player seat : seats) {
            if (!seat.gaveUp()) {
                return seat == player;
            }
        }
        return false;
    }

    /** Whether there is a room that can be joined. */
    public boolean open() {
        return open;
    }

    public int roomId() {
        return roomId;
    }

    /** When the room was opened, in the sense of {@link System#nanoTime}. */
    public long openSince() {
        return openSince;
    }

    /** Whether everybody who plays on is in the room. */
    public boolean complete() {
        return seats.stream().allMatch(seat -> seat.gaveUp() || seat.scene() == Scene.ROOM);
    }

    Field field() {
        return field;
    }

    void opened(int newRoomId, long now) {
        roomId = newRoomId;
        open = true;
        openSince = now;
    }

    /** Nobody else may come: the owner leaves, or the game begins. */
    public void close() {
        open = false;
    }
}
