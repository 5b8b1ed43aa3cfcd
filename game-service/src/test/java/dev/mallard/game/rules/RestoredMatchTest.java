package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.snapshot.GameSnapshots;
import dev.mallard.game.snapshot.SnapshotCache;
import dev.mallard.game.support.SnapshotStore;
import dev.mallard.game.support.TestSettings;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RateLimit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Whole matches of players who do anything, from which games are restored at random moments: on a clock
 * that counts from another point they go on exactly like the original, whose players were away and came
 * back. The system property {@code mallard.random-matches} sets how many matches there are.
 */
class RestoredMatchTest {

    private static final int ACTIONS = 4_000;
    private static final int ACTIONS_BETWEEN = 200;

    /** With a cache, a snapshot must be the same whatever has happened since the last one. */
    private static final int ACTIONS_BETWEEN_CACHED = 3;

    private static final int ACTIONS_IN_PARALLEL = 60;
    private static final long REMEMBERED_MILLIS = 2_000;
    private static final long MATCHES = Long.getLong("mallard.random-matches", 8);

    private static final Logger log = LoggerFactory.getLogger(RestoredMatchTest.class);
    private static final LongAdder restored = new LongAdder();
    private static final LongAdder bytes = new LongAdder();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, MATCHES);
    }

    @AfterAll
    static void tellFigures() {
        log.info("{} games restored, {} bytes on average", restored, bytes.sum() / restored.sum());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRestoredGameGoesOnLikeTheOriginal(long seed) {
        play(TestSettings.defaults(), seed);
    }

    @ParameterizedTest
    @EnumSource(MonsterSimulation.class)
    void whoeverMovesTheMonsters(MonsterSimulation mode) {
        for (long seed = 101; seed <= 103; seed++) {
            play(Match.withMode(mode), seed);
        }
    }

    @Test
    void aPreparedGameCanStillBeStarted() {
        RestartableRandom random = new RestartableRandom(1);
        Match original = new Match(TestSettings.defaults(), 4, random);
        original.clock.advance(1_000);
        Match copy = compare(original, random, snapshots(original, TestSettings.defaults()), 5);
        new RandomPlayers(original, Match.random(2)).start();
        new RandomPlayers(copy, Match.random(2)).start();
        assertThat(copy.out.sent).isEqualTo(original.out.sent);
        assertThat(copy.game.running()).isTrue();
    }

    private static void play(GameSettings settings, long seed) {
        RestartableRandom random = new RestartableRandom(seed);
        Match match = new Match(settings, 4, random);
        GameSnapshots snapshots = snapshots(match, settings);
        RandomGenerator moments = Match.random(seed + 2000);
        RandomPlayers players = new RandomPlayers(match, Match.random(seed + 1000));
        SnapshotCache cache = new SnapshotCache();
        SnapshotStore store = new SnapshotStore(cache);
        players.start();
        for (int action = 0; action < ACTIONS && !match.game.ended(); action++) {
            players.act();
            if (action % ACTIONS_BETWEEN_CACHED == 0 && !match.game.ended()) {
                store.keep(snapshots.encode(match.game, cache));
                assertThat(store.state()).isEqualTo(snapshots.encode(match.game));
                if (moments.nextBoolean()) {
                    store.confirm();
                }
            }
            if (moments.nextInt(ACTIONS_BETWEEN) == 0 && !match.game.ended()) {
                long chance = moments.nextLong();
                Match copy = compare(match, random, snapshots, chance);
                playBoth(match, copy, chance, snapshots);
            }
        }
    }

    private static GameSnapshots snapshots(Match match, GameSettings settings) {
        return new GameSnapshots(Match.CONTENT, settings, match.rules);
    }

    /** Restores a game and lets everybody come back to both; returns the restored one. */
    private static Match compare(
            Match original, RestartableRandom random, GameSnapshots snapshots, long chance) {
        byte[] snapshot = snapshots.encode(original.game);
        restored.increment();
        bytes.add(snapshot.length);

        random.restart(chance);
        allAway(original);
        ManualClock clock = original.clock.elsewhere(1_000_000);
        Match copy = new Match(original.rules, restore(snapshots, snapshot, clock, chance), clock);
        assertThat(snapshots.encode(copy.game)).isEqualTo(snapshots.encode(original.game));
        same(restore(snapshots, snapshot, original.clock, chance), original.game);
        assertThat(new Census(copy.game).total()).isEqualTo(new Census(original.game).total());

        for (Player player : original.game.players()) {
            original.out.clear();
            copy.out.clear();
            assertThat(original.rules.resumed(original.game, player.id(), original.out)).isTrue();
            assertThat(copy.rules.resumed(copy.game, player.id(), copy.out)).isTrue();
            assertThat(copy.out.sent).isNotEmpty().isEqualTo(original.out.sent);
        }
        return copy;
    }

    private static Game restore(
            GameSnapshots snapshots, byte[] snapshot, ManualClock clock, long chance) {
        return snapshots.restore(snapshot, clock, new RestartableRandom(chance));
    }

    /** Every connection is lost, one after another; then nobody has been away for longer. */
    private static void allAway(Match match) {
        for (Player player : List.copyOf(match.game.players())) {
            match.rules.away(match.game, player.id(), match.out);
        }
        match.rules.allAway(match.game, match.out);
    }

    private static void playBoth(Match original, Match copy, long seed, GameSnapshots snapshots) {
        RandomPlayers players = new RandomPlayers(original, Match.random(seed));
        RandomPlayers others = new RandomPlayers(copy, Match.random(seed));
        Census census = new Census(copy.game);
        for (int action = 0; action < ACTIONS_IN_PARALLEL && !original.game.ended(); action++) {
            original.out.clear();
            copy.out.clear();
            players.act();
            others.act();
            assertThat(copy.out.sent).isEqualTo(original.out.sent);
            assertThat(copy.out.drops).isEqualTo(original.out.drops);
            census.check(copy.out.toAll(), copy.out.seatsGivenUp);
            census.checkRanges();
        }
        assertThat(others.refusals()).isEqualTo(players.refusals());
        assertThat(copy.game.result()).isEqualTo(original.game.result());
        if (!original.game.ended()) {
            assertThat(snapshots.encode(copy.game)).isEqualTo(snapshots.encode(original.game));
        }
    }

    /** Compares everything that is in the two games, field by field. */
    private static void same(Game copy, Game original) {
        SameState.check(copy, original);
        assertThat(copy.monsters().size()).isEqualTo(original.monsters().size());
        for (int index = 0; index < original.monsters().size(); index++) {
            Monster monster = original.monsters().get(index);
            Monster other = copy.monsters().get(index);
            assertThat(copy.monsters().find(monster.id())).isSameAs(other);
            sameHits(other, monster, copy, original);
        }
    }

    /** Monsters forget what no rule asks for again. */
    private static void sameHits(Monster copy, Monster original, Game copied, Game from) {
        long now = from.now();
        assertThat(remembered(copy.lastObjectHit(), now))
                .isEqualTo(remembered(original.lastObjectHit(), now));
        RateLimit limit = original.displays();
        RateLimit other = copy.displays();
        if (limit != null && limit.usedSince(now - REMEMBERED_MILLIS)) {
            assertThat(other).isNotNull();
            assertThat(other.level()).isEqualTo(limit.level());
            assertThat(other.lastMillis()).isEqualTo(limit.lastMillis());
        } else {
            assertThat(other == null || other.level() == 0).isTrue();
        }
        for (int index = 0; index < from.players().size(); index++) {
            Player player = from.players().get(index);
            Player twin = copied.players().get(index);
            assertThat(remembered(copy.lastHitOn(twin), now))
                    .isEqualTo(remembered(original.lastHitOn(player), now));
            assertThat(remembered(copy.lastHitBy(twin), now))
                    .isEqualTo(remembered(original.lastHitBy(player), now));
        }
    }

    private static long remembered(long time, long now) {
        return now - time > REMEMBERED_MILLIS ? Monster.NEVER : time;
    }
}
