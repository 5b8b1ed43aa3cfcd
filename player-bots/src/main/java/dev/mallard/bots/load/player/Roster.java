package dev.mallard.bots.load.player;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** Finds the players of this process by the ids that the server has given them. One thread. */
final class Roster {

    private final Map<Integer, Player> byUserId = new HashMap<>();

    void add(int userId, Player player) {
        byUserId.put(userId, player);
    }

    @Nullable Player find(int userId) {
        return byUserId.get(userId);
    }
}
