package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameOutcome;

import org.junit.jupiter.api.Test;

/** A game that waits for its start. */
class PreparationTest {

    @Test
    void endsAfter120Seconds() {
        Match match = Match.prepared();
        match.passSeconds(119.8);
        assertThat(match.game.ended()).isFalse();
        match.passSeconds(0.2);
        assertThat(match.outcome()).isEqualTo(GameOutcome.PREPARATION_TIMEOUT);
        assertThat(match.outcome().finalEvent()).isEqualTo(new GameEvent.GameOver());
        assertThat(match.game.result().orElseThrow().startedAt()).isEmpty();
    }

    @Test
    void nothingElseHappensBeforeTheStart() {
        Match match = Match.prepared();
        match.out.clear();
        match.passSeconds(100);
        assertThat(match.out.sent).isEmpty();
        match.start();
        match.passSeconds(100);
        assertThat(match.game.running()).isTrue();
    }
}
