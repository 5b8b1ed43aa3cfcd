package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.support.TestSettings;
import dev.mallard.game.wire.GameEventEncoder;
import dev.mallard.game.wire.RoomLabel;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.GameEvent;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;

/**
 * Whole matches of players who do anything, replayable from a seed. The system property {@code
 * mallard.random-matches} sets how many there are.
 */
class RandomMatchTest {

    private static final int ACTIONS = 4_000;
    private static final long MATCHES = Long.getLong("mallard.random-matches", 8);

    private static final Logger log = LoggerFactory.getLogger(RandomMatchTest.class);
    private static final LongAdder played = new LongAdder();
    private static final LongAdder actions = new LongAdder();
    private static final LongAdder packets = new LongAdder();
    private static final LongAdder refusals = new LongAdder();
    private static final LongAdder ended = new LongAdder();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, MATCHES);
    }

    @AfterAll
    static void tellFigures() {
        log.info(
                "{} matches, {} actions, {} of them refused, {} packets, {} matches ended by the"
                        + " rules",
                played,
                actions,
                refusals,
                packets,
                ended);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itemsAndFiguresStayRight(long seed) {
        playWithCensus(TestSettings.defaults(), seed);
    }

    @ParameterizedTest
    @EnumSource(MonsterSimulation.class)
    void whoeverMovesTheMonsters(MonsterSimulation mode) {
        for (long seed = 101; seed <= 103; seed++) {
            playWithCensus(Match.withMode(mode), seed);
        }
    }

    private static void playWithCensus(GameSettings settings, long seed) {
        Match match = new Match(settings, 4, seed);
        RandomPlayers players = new RandomPlayers(match, Match.random(seed + 1000));
        players.start();
        Census census = new Census(match.game);
        for (int action = 0; action < ACTIONS && !match.game.ended(); action++) {
            match.out.clear();
            players.act();
            census.check(match.out.toAll(), match.out.seatsGivenUp);
            census.checkRanges();
            actions.increment();
            packets.add(match.out.sent.size());
        }
        assertThat(players.refusals()).isPositive();
        refusals.add(players.refusals());
        played.increment();
        ended.add(match.game.ended() ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSameSeedGivesTheSameBytes(long seed) {
        byte[] bytes = bytes(play(seed));
        assertThat(bytes).isEqualTo(bytes(play(seed))).hasSizeGreaterThan(100_000);
    }

    @Test
    void anotherSeedGivesAnotherMatch() {
        assertThat(bytes(play(1))).isNotEqualTo(bytes(play(2)));
    }

    @Test
    void theMatchesCoverTheGame() {
        Set<Class<?>> unseen = new HashSet<>(Set.of(GameEvent.class.getPermittedSubclasses()));
        unseen.removeAll(Set.of(GameEvent.GameOver.class, GameEvent.GameCleared.class));
        for (long seed = 1; seed <= 20 && !unseen.isEmpty(); seed++) {
            play(seed).forEach(sent -> unseen.remove(sent.event().getClass()));
        }
        assertThat(unseen).isEmpty();
    }

    @Test
    void nothingIsSentAfterTheEnd() {
        int over = 0;
        for (long seed = 1; seed <= 10; seed++) {
            Match match = new Match(TestSettings.defaults(), 4, seed);
            RandomPlayers players = new RandomPlayers(match, Match.random(seed));
            players.start();
            match.object(1).hurt(2950);
            for (int action = 0; action < ACTIONS; action++) {
                var result = match.game.result();
                match.out.clear();
                players.act();
                if (result.isPresent()) {
                    assertThat(match.out.sent).isEmpty();
                    assertThat(match.game.result()).isEqualTo(result);
                }
            }
            over += match.game.ended() ? 1 : 0;
        }
        assertThat(over).isPositive();
    }

    private static List<Recorder.Sent> play(long seed) {
        Match match = new Match(TestSettings.defaults(), 4, seed);
        RandomPlayers players = new RandomPlayers(match, Match.random(seed + 1000));
        players.start();
        for (int action = 0; action < ACTIONS && !match.game.ended(); action++) {
            players.act();
        }
        return List.copyOf(match.out.sent);
    }

    /** The packets as they are sent, each after whom it is for. */
    private static byte[] bytes(List<Recorder.Sent> sent) {
        GameEventEncoder encoder = new GameEventEncoder(new RoomLabel("Pond", 4));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (Recorder.Sent one : sent) {
                bytes.write(receivers(one.audience()));
                encoder.encode(one.event()).writeDelimitedTo(bytes);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static int receivers(Audience audience) {
        return switch (audience) {
            case Audience.All() -> 0;
            case Audience.Host() -> 1;
            case Audience.Only(int playerId) -> playerId;
            case Audience.AllBut(int playerId) -> -playerId;
        };
    }
}
