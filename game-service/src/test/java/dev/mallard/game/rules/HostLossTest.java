package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameOutcome;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What becomes of a game whose host is gone. */
class HostLossTest {

    @Test
    void theGameGoesOnWhileSomebodyIsConnected() {
        Match match = Match.started();
        match.rules.away(match.game, Match.HOST, match.out);
        match.passSeconds(61);
        assertThat(match.out.seatsGivenUp).containsExactly(Match.HOST);
        assertThat(match.game.running()).isTrue();
        match.rules.away(match.game, Match.GUEST, match.out);
        match.passSeconds(60);
        assertThat(match.outcome()).isEqualTo(GameOutcome.ABANDONED);
    }

    @Test
    void theGameEndsWhenNobodyElseIsConnected() {
        Match match = Match.started();
        match.rules.away(match.game, Match.GUEST, match.out);
        match.rules.away(match.game, Match.HOST, match.out);
        match.passSeconds(59.8);
        assertThat(match.game.running()).isTrue();
        match.passSeconds(0.4);
        assertThat(match.game.ended()).isTrue();
        assertThat(match.outcome()).isEqualTo(GameOutcome.HOST_LEFT);
    }

    @Test
    void withoutAGracePeriodItEndsAtOnce() {
        Match match = Match.started(Match.withGrace(Duration.ZERO));
        match.rules.away(match.game, Match.HOST, match.out);
        assertThat(match.outcome()).isEqualTo(GameOutcome.HOST_LEFT);
        assertThat(match.game.seats().recipients(Audience.ALL)).containsExactly(Match.GUEST);
    }

    @Test
    void withoutAGracePeriodAGuestGoesAtOnce() {
        Match match = Match.started(Match.withGrace(Duration.ZERO));
        match.rules.away(match.game, Match.GUEST, match.out);
        assertThat(match.out.seatsGivenUp).containsExactly(Match.GUEST);
        assertThat(match.game.running()).isTrue();
        match.tick();
        assertThat(match.out.only(GameEvent.PlayerPositions.class).players()).hasSize(1);
    }

    @Test
    void itEndsWhenTheServerMayNotMoveTheMonsters() {
        Match match = Match.started(Match.withMode(MonsterSimulation.HOST));
        match.rules.gone(match.game, Match.HOST, match.out);
        assertThat(match.outcome()).isEqualTo(GameOutcome.HOST_LEFT);
    }

    @Test
    void aPreparedGameEndsWithItsHost() {
        Match match = Match.prepared();
        match.rules.away(match.game, Match.HOST, match.out);
        match.passSeconds(60);
        assertThat(match.outcome()).isEqualTo(GameOutcome.HOST_LEFT);
    }

    @Test
    void decliningTheSeatCountsAsGoing() {
        Match match = Match.started();
        match.rules.gone(match.game, Match.GUEST, match.out);
        assertThat(match.out.seatsGivenUp).containsExactly(Match.GUEST);
        match.rules.gone(match.game, Match.HOST, match.out);
        assertThat(match.outcome()).isEqualTo(GameOutcome.HOST_LEFT);
    }
}
