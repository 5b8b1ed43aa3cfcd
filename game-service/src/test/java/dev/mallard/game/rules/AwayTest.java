package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.support.TestSettings;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.MonsterTarget;
import dev.mallard.game.world.PlayerPosition;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A player whose connection is lost, while the seat is kept. */
class AwayTest {

    private final Match match = Match.started(TestSettings.defaults(), 3, 1);

    private void leave() {
        match.rules.away(match.game, Match.GUEST, match.out);
    }

    @Test
    void isMissingInThePositionsAndAmongTheReceivers() {
        leave();
        match.tick();
        assertThat(match.out.only(GameEvent.PlayerPositions.class).players())
                .extracting(PlayerPosition::playerId)
                .containsExactly(Match.HOST, Match.THIRD);
        assertThat(match.game.seats().recipients(Audience.ALL))
                .containsExactly(Match.HOST, Match.THIRD);
        assertThat(match.game.seats().recipients(new Audience.Only(Match.GUEST))).isEmpty();
        assertThat(match.game.seats().recipients(new Audience.AllBut(Match.HOST)))
                .containsExactly(Match.THIRD);
    }

    @Test
    void isNoTargetAndNotHungry() {
        match.host().moveTo(150, 150);
        match.player(Match.THIRD).moveTo(150, 150);
        match.bring(1, 6, 6);
        match.passSeconds(1);
        assertThat(match.monster(1).target()).isSameAs(match.guest());
        leave();
        match.out.clear();
        match.passSeconds(20);
        assertThat(match.out.of(GameEvent.MonsterTargets.class))
                .containsExactly(new GameEvent.MonsterTargets(List.of(new MonsterTarget(1, 0))));
        assertThat(match.guest().hunger()).isEqualTo(100);
    }

    @Test
    void releasesTheBox() {
        match.guest().moveTo(3, 3);
        match.act(Match.GUEST, new PlayerAction.OpenBox(1));
        match.out.clear();
        leave();
        assertThat(match.news()).containsExactly(new GameEvent.BoxClosed(Match.GUEST, 1));
    }

    @Test
    void keepsEverythingElse() {
        match.guest().hurt(30);
        match.equip(match.guest(), 105);
        leave();
        match.passSeconds(59.8);
        assertThat(match.guest().hitPoints()).isEqualTo(70);
        assertThat(match.guest().equipment().codes()).containsExactly(105);
        assertThat(match.out.seatsGivenUp).isEmpty();
        match.passSeconds(0.2);
        assertThat(match.game.player(Match.GUEST)).isNull();
        assertThat(match.out.seatsGivenUp).containsExactly(Match.GUEST);
        assertThat(match.rules.resumed(match.game, Match.GUEST, match.out)).isFalse();
    }

    @Test
    void isAwayOnlyOnce() {
        leave();
        match.passSeconds(40);
        leave();
        match.passSeconds(20);
        assertThat(match.out.seatsGivenUp).containsExactly(Match.GUEST);
    }

    @Test
    void latePacketsAreDropped() {
        leave();
        match.act(Match.GUEST, new PlayerAction.Move(1, 1));
        match.act(Match.GUEST, new PlayerAction.Chat("late"));
        assertThat(match.out.drops).hasSize(2).containsOnly(DropReason.NOT_IN_GAME);
    }

    @Test
    void theDeadComeBackToLifeWhileAway() {
        match.passSeconds(200);
        match.kill(match.guest());
        leave();
        match.passSeconds(40);
        assertThat(match.guest().dead()).isFalse();
    }
}
