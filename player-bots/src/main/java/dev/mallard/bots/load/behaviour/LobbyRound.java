package dev.mallard.bots.load.behaviour;

import dev.mallard.bots.load.player.Player;
import dev.mallard.bots.load.player.Scene;
import dev.mallard.bots.load.player.Table;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Rooms come and go: the host creates one, the others join and leave it once, then the host leaves, which
 * dissolves it. Whoever has nothing else to do looks at the list of rooms.
 */
final class LobbyRound implements Intent {

    private static final long OPEN_FOR = Duration.ofSeconds(3).toNanos();

    private final Map<Player, Integer> lastVisit = new HashMap<>();

    @Override
    public void carryOut(Player player, long intended) {
        if (player.host()) {
            host(player, intended);
        } else {
            visit(player, intended);
        }
    }

    private static void host(Player player, long intended) {
        Table table = player.table();
        if (player.scene() == Scene.LOBBY && player.listings() > 0) {
            player.createRoom(intended);
            return;
        }
        if (player.scene() == Scene.ROOM && intended - table.openSince() > OPEN_FOR) {
            table.close();
            if (table.seats().stream().allMatch(seat -> seat == player || gone(seat))) {
                player.leaveRoom(intended);
                return;
            }
        }
        player.listRooms(intended);
    }

    private static boolean gone(Player guest) {
        return guest.scene() != Scene.ROOM && !guest.busy();
    }

    private void visit(Player player, long intended) {
        Table table = player.table();
        if (player.scene() == Scene.ROOM) {
            player.leaveRoom(intended);
        } else if (player.listings() > 0
                && table.open()
                && lastVisit.getOrDefault(player, 0) != table.roomId()) {
            lastVisit.put(player, table.roomId());
            player.joinRoom(intended);
        } else {
            player.listRooms(intended);
        }
    }
}
