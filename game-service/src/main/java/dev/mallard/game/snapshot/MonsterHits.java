package dev.mallard.game.snapshot;

import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Player;

import java.io.IOException;
import java.util.List;

/**
 * Writes and reads when a monster last hit somebody or something, and when it was hit. Hits on and by
 * players who have given up their seats are left out: nobody asks for them again.
 */
final class MonsterHits {

    private MonsterHits() {}

    /** Whether there is anything to write, the shown attacks included. */
    static boolean any(Monster monster, List<Player> players) {
        return monster.fought()
                && (monster.displays().level() > 0
                        || monster.lastObjectHit() != Monster.NEVER
                        || hitsOn(monster, players) != 0
                        || hitsBy(monster, players) != 0);
    }

    static void write(Monster monster, List<Player> players, SnapshotOutput out)
            throws IOException {
        boolean hitObject = monster.lastObjectHit() != Monster.NEVER;
        int on = hitsOn(monster, players);
        int by = hitsBy(monster, players);
        out.bits(hitObject ? 1 : 0);
        out.bits(on);
        out.bits(by);
        if (hitObject) {
            out.since(monster.lastObjectHit());
        }
        for (int index = 0; index < players.size(); index++) {
            if ((on & 1 << index) != 0) {
                out.since(monster.lastHitOn(players.get(index)));
            }
            if ((by & 1 << index) != 0) {
                out.since(monster.lastHitBy(players.get(index)));
            }
        }
    }

    static void read(Monster monster, List<Player> players, SnapshotInput in) throws IOException {
        boolean hitObject = in.bits() != 0;
        int on = in.bits();
        int by = in.bits();
        if (hitObject) {
            monster.hitObject(in.since());
        }
        for (int index = 0; index < players.size(); index++) {
            if ((on & 1 << index) != 0) {
                monster.hit(players.get(index), in.since());
            }
            if ((by & 1 << index) != 0) {
                monster.hitBy(players.get(index), in.since());
            }
        }
    }

    /** A bit for each player, in join order, who was hit. */
    private static int hitsOn(Monster monster, List<Player> players) {
        int bits = 0;
        for (int index = 0; index < players.size(); index++) {
            bits |= monster.lastHitOn(players.get(index)) == Monster.NEVER ? 0 : 1 << index;
        }
        return bits;
    }

    /** A bit for each player, in join order, who hit it. */
    private static int hitsBy(Monster monster, List<Player> players) {
        int bits = 0;
        for (int index = 0; index < players.size(); index++) {
            bits |= monster.lastHitBy(players.get(index)) == Monster.NEVER ? 0 : 1 << index;
        }
        return bits;
    }
}
