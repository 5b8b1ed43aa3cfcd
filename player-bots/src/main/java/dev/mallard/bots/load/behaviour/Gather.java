package dev.mallard.bots.load.behaviour;

import dev.mallard.bots.load.player.Player;
import dev.mallard.bots.load.player.Table;

import java.time.Duration;

/**
 * Brings a table together: its host creates a room, the others join it, all of them look at the list of
 * rooms first and while they wait. When everybody is there, or after a while, the host has the game begin.
 */
final class Gather implements Intent {

    private static final long PATIENCE = Duration.ofSeconds(15).toNanos();

    @Override
    public void carryOut(Player player, long intended) {
        switch (player.scene()) {
            case LOBBY -> enter(player, intended);
            case ROOM -> begin(player, intended);
            case OFFLINE, PREPARED, GAME -> {}
        }
    }

    private static void enter(Player player, long intended) {
        Table table = player.table();
        if (player.listings() == 0) {
            player.listRooms(intended);
        } else if (player.host()) {
            player.createRoom(intended);
        } else if (table.open()) {
            player.joinRoom(intended);
        } else {
            player.listRooms(intended);
        }
    }

    private static void begin(Player player, long intended) {
        Table table = player.table();
        boolean patienceOver = intended - table.openSince() > PATIENCE;
        if (player.host() && (table.complete() || patienceOver)) {
            player.prepareGame(intended);
        }
    }
}
