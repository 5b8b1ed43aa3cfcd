package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.GameEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whole matches of players who do anything, replayable from a seed. */
class RandomMatchTest {

    private static final int ACTIONS = 4_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itemsAndFiguresStayRight(long seed) {
        Match match = new Match(GameSettings.defaults(), 4, seed);
        RandomPlayers players = new RandomPlayers(match, Match.random(seed + 1000));
        players.start();
        Census census = new Census(match.game);
        for (int action = 0; action < ACTIONS && !match.game.ended(); action++) {
            match.out.clear();
            players.act();
            census.check(match.out.toAll(), match.out.seatsGivenUp);
            census.checkRanges();
        }
        assertThat(players.refusals()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSameSeedGivesTheSameMatch(long seed) {
        assertThat(play(seed)).isEqualTo(play(seed));
    }

    @Test
    void anotherSeedGivesAnotherMatch() {
        assertThat(play(1)).isNotEqualTo(play(2));
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
        int ended = 0;
        for (long seed = 1; seed <= 10; seed++) {
            Match match = new Match(GameSettings.defaults(), 4, seed);
            RandomPlayers players = new RandomPlayers(match, Match.random(seed));
            players.start();
            match.object(1).hurt(2950);
            for (int action = 0; action < ACTIONS; action++) {
                boolean over = match.game.ended();
                match.out.clear();
                players.act();
                if (over) {
                    assertThat(match.out.sent).isEmpty();
                }
            }
            ended += match.game.ended() ? 1 : 0;
        }
        assertThat(ended).isPositive();
    }

    private static List<Recorder.Sent> play(long seed) {
        Match match = new Match(GameSettings.defaults(), 4, seed);
        RandomPlayers players = new RandomPlayers(match, Match.random(seed + 1000));
        players.start();
        for (int action = 0; action < ACTIONS && !match.game.ended(); action++) {
            players.act();
        }
        return new ArrayList<>(match.out.sent);
    }
}
