package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwingTest {

    private final Match match = Match.started();

    @Test
    void theOthersSeeIt() {
        match.act(Match.GUEST, new PlayerAction.Swing(0.5f, -0.5f));

        assertThat(match.out.sent)
                .containsExactly(
                        new Recorder.Sent(
                                new Audience.AllBut(Match.GUEST),
                                new GameEvent.PlayerSwung(Match.GUEST, 0.5f, -0.5f)));
    }

    @Test
    void atMostTenPerSecondWithABurstOfTwenty() {
        for (int attempt = 0; attempt < 25; attempt++) {
            match.act(Match.GUEST, new PlayerAction.Swing(1, 0));
        }
        assertThat(match.out.sent).hasSize(20);
        assertThat(match.out.drops).hasSize(5).containsOnly(DropReason.TOO_FAST);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aDirectionHasToBeFinite(float bad) {
        match.act(Match.GUEST, new PlayerAction.Swing(bad, 0));
        match.act(Match.GUEST, new PlayerAction.Swing(0, bad));

        assertThat(match.out.sent).isEmpty();
        assertThat(match.out.drops).hasSize(2).containsOnly(DropReason.INVALID_COORDINATE);
    }
}
