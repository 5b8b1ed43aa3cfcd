package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.GameOutcome;

import org.junit.jupiter.api.Test;

class GameResultTest {

    @Test
    void theResultTellsTheStory() {
        Match match = Match.started();
        match.passSeconds(245);
        match.rules.stop(match.game);
        var result = match.game.result().orElseThrow();
        assertThat(result.gameId()).isEqualTo(Match.GAME_ID);
        assertThat(result.wavesSurvived()).isEqualTo(1);
        assertThat(result.outcome()).isEqualTo(GameOutcome.STOPPED);
        assertThat(result.endedAt() - result.startedAt().orElseThrow()).isEqualTo(245_000);
        match.clock.advance(1000);
        match.rules.stop(match.game);
        assertThat(match.game.result().orElseThrow()).isEqualTo(result);
    }
}
