package dev.mallard.game.snapshot;

import dev.mallard.game.rules.GameSettings;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RateLimit;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes and reads when a monster last hit somebody or something, was hit, and showed an attack. Left
 * out is what no rule asks for again: what was longer ago than the longest interval between two hits,
 * and hits on and by players who have given up their seats.
 */
final class MonsterHits {

    /** In this time a limit of as many at once as per second is as if it was never used. */
    private static final Duration LIMITS_FORGET = Duration.ofSeconds(2);

    private final long memoryMillis;

    MonsterHits(GameSettings settings) {
        this.memoryMillis =
                Stream.of(
                                settings.rates().sameMonsterInterval(),
                                settings.rates().monsterHitInterval(),
                                settings.simulation().contactInterval(),
                                LIMITS_FORGET)
                        .mapToLong(Duration::toMillis)
                        .max()
                        .orElseThrow();
    }

    /** The time before which nothing is remembered. */
    long horizon(long now) {
        return now - memoryMillis;
    }

    /** Whether there is anything to write. */
    static boolean any(Monster monster, List<Player> players, long horizon) {
        return monster.foughtSince(horizon)
                && (displays(monster, horizon).level() > 0
                        || monster.lastObjectHit() >= horizon
                        || hitsOn(monster, players, horizon) != 0
                        || hitsBy(monster, players, horizon) != 0);
    }

    /** The limit on shown attacks, empty if it was not used lately. */
    static RateLimit displays(Monster monster, long horizon) {
        RateLimit displays = monster.displays();
        return displays != null && displays.usedSince(horizon) ? displays : new RateLimit();
    }

    /** Writes all but the limit on shown attacks. */
    static void write(Monster monster, List<Player> players, long horizon, SnapshotOutput out) {
        boolean hitObject = monster.lastObjectHit() >= horizon;
        int on = hitsOn(monster, players, horizon);
        int by = hitsBy(monster, players, horizon);
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

    /** A bit for each player, in join order, who was hit lately. */
    private static int hitsOn(Monster monster, List<Player> players, long horizon) {
        int bits = 0;
        for (int index = 0; index < players.size(); index++) {
            bits |= monster.lastHitOn(players.get(index)) < horizon ? 0 : 1 << index;
        }
        return bits;
    }

    /** A bit for each player, in join order, who hit it lately. */
    private static int hitsBy(Monster monster, List<Player> players, long horizon) {
        int bits = 0;
        for (int index = 0; index < players.size(); index++) {
            bits |= monster.lastHitBy(players.get(index)) < horizon ? 0 : 1 << index;
        }
        return bits;
    }
}
