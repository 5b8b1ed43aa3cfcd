package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.support.TestSettings;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Phase;

import org.junit.jupiter.api.Test;

import java.util.List;

class DayAndNightTest {

    /** The host does not answer waves, and nobody moves the monsters for him. */
    private final Match match = Match.started(Match.withMode(MonsterSimulation.HOST));

    @Test
    void nightFallsAfter180SecondsAndDayBreaksAfter60() {
        match.passSeconds(179);
        assertThat(match.out.of(GameEvent.PhaseChanged.class)).isEmpty();
        match.passSeconds(1);
        assertThat(match.out.only(GameEvent.PhaseChanged.class))
                .isEqualTo(
                        new GameEvent.PhaseChanged(
                                Phase.NIGHT, match.clock.epochMillis() + 60_000));
        match.out.clear();
        match.passSeconds(59);
        assertThat(match.out.of(GameEvent.PhaseChanged.class)).isEmpty();
        match.passSeconds(1);
        assertThat(match.out.only(GameEvent.PhaseChanged.class))
                .isEqualTo(
                        new GameEvent.PhaseChanged(Phase.DAY, match.clock.epochMillis() + 180_000));
    }

    @Test
    void aLateTickMakesThePhaseNeitherShorterNorTwice() {
        match.clock.advance(400_000);
        match.passSeconds(1);
        assertThat(match.out.of(GameEvent.PhaseChanged.class)).hasSize(1);
        match.out.clear();
        match.passSeconds(59);
        assertThat(match.out.of(GameEvent.PhaseChanged.class)).isEmpty();
    }

    @Test
    void nightAnnouncesTheWaveAfterThePhase() {
        match.passSeconds(179);
        match.out.clear();
        match.passSeconds(1);
        List<GameEvent> news = match.out.news();
        assertThat(news.get(0)).isInstanceOf(GameEvent.PhaseChanged.class);
        assertThat(news.get(1)).isInstanceOf(GameEvent.WaveAnnounced.class);
        assertThat(match.out.sent.stream().filter(s -> s.event().equals(news.get(1))).toList())
                .extracting(Recorder.Sent::audience)
                .containsExactly(Audience.HOST);
    }

    @Test
    void dawnRevivesTheDeadAroundTheCore() {
        match.passSeconds(180);
        match.kill(match.guest());
        match.guest().moveTo(100, 100);
        int hunger = match.guest().hunger();
        match.passSeconds(59);
        match.out.clear();
        match.passSeconds(1);

        GameEvent.PlayerRevived revived = match.out.only(GameEvent.PlayerRevived.class);
        assertThat(match.out.of(GameEvent.PhaseChanged.class)).hasSize(1);
        assertThat(revived.playerId()).isEqualTo(Match.GUEST);
        assertThat(Math.abs(revived.x())).isBetween(4f, 6f);
        assertThat(Math.abs(revived.y())).isBetween(3f, 4f);
        assertThat(match.guest().dead()).isFalse();
        assertThat(match.guest().hitPoints()).isEqualTo(100);
        assertThat(match.guest().hunger()).isEqualTo(hunger);
        assertThat(match.guest().x()).isEqualTo(revived.x());
        assertThat(match.guest().hungerCounter(match.game.now())).isZero();
    }

    @Test
    void revivalPlacesCoverAllSides() {
        Revival revival =
                new Revival(
                        new Allowance(Match.CONTENT.player(), TestSettings.defaults().movement()));
        int[] quadrants = new int[4];
        for (int death = 0; death < 400; death++) {
            match.kill(match.host());
            revival.apply(match.game, match.out);
            quadrants[(match.host().x() > 0 ? 1 : 0) + (match.host().y() > 0 ? 2 : 0)]++;
        }
        assertThat(quadrants[0]).isBetween(60, 140);
        assertThat(quadrants[1]).isBetween(60, 140);
        assertThat(quadrants[2]).isBetween(60, 140);
        assertThat(quadrants[3]).isBetween(60, 140);
    }

    @Test
    void theOldWaveStaysAndANewOneComesEveryNight() {
        match.passSeconds(180 + 60 + 180 + 11);
        assertThat(match.game.waveNumber()).isEqualTo(2);
        assertThat(match.game.monsters().size()).isEqualTo(270 + 5 + 7);
    }

    @Test
    void dayBreaksWithoutAHost() {
        Match match = Match.started();
        match.rules.away(match.game, Match.HOST, match.out);
        match.passSeconds(20);
        match.rules.gone(match.game, Match.HOST, match.out);
        match.passSeconds(230);
        assertThat(match.out.of(GameEvent.PhaseChanged.class))
                .extracting(GameEvent.PhaseChanged::phase)
                .containsExactly(Phase.NIGHT, Phase.DAY);
    }
}
