package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.game.world.MonsterPosition;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Monsters that no client moves. */
class ServerSimulationTest {

    private final Match match = Match.started();

    @Test
    void monstersWalkToTheirTargetAndStrike() {
        match.rules.away(match.game, Match.HOST, match.out);
        match.bring(1, 12, 6).target(match.guest()); // 6 away, 10 per second
        match.tick();
        assertThat(match.out.only(GameEvent.MonstersMoved.class).monsters())
                .containsExactly(new MonsterPosition(1, 201, 10, 6));
        match.out.clear();
        match.passSeconds(0.6);
        assertThat(match.out.of(GameEvent.MonsterAttacked.class))
                .containsExactly(new GameEvent.MonsterAttacked(1, true, Match.GUEST));
        assertThat(match.out.of(GameEvent.PlayerHitPoints.class))
                .containsExactly(new GameEvent.PlayerHitPoints(Match.GUEST, 95));
        match.passSeconds(1);
        assertThat(match.guest().hitPoints()).isEqualTo(90);
    }

    @Test
    void aReportedHitIsNotCountedTwice() {
        match.rules.away(match.game, Match.HOST, match.out);
        match.bring(1, 6, 6).target(match.guest());
        match.act(Match.GUEST, new PlayerAction.DamagedByMonster(1));
        match.passSeconds(0.8);
        assertThat(match.guest().hitPoints()).isEqualTo(95);
    }

    @Test
    void waveMonstersStormTheCore() {
        match.passSeconds(180);
        match.host().moveTo(100, 100);
        match.guest().moveTo(100, 100);
        match.rules.away(match.game, Match.HOST, match.out);
        match.passSeconds(5);
        assertThat(match.out.of(GameEvent.ObjectHitPoints.class)).isNotEmpty();
        assertThat(match.game.objects().core().hitPoints()).isLessThan(3000);
    }

    @Test
    void othersGoHome() {
        match.rules.away(match.game, Match.HOST, match.out);
        match.monster(1).moveTo(-147, -150);
        match.passSeconds(1);
        assertThat(match.monster(1).x()).isEqualTo(-150);
        match.out.clear();
        match.passSeconds(1);
        assertThat(match.out.of(GameEvent.MonstersMoved.class)).isEmpty();
    }

    @Test
    void nothingMovesWhileTheHostIsThere() {
        match.bring(1, 12, 6).target(match.guest());
        match.passSeconds(2);
        assertThat(match.monster(1).x()).isEqualTo(12);
    }

    @Test
    void aSilentHostLosesTheMonstersUntilHeReports() {
        match.passSeconds(191);
        match.bring(1, 60, 60).target(match.guest());
        match.guest().moveTo(66, 60);
        match.tick();
        assertThat(match.monster(1).x()).isGreaterThan(60);

        MonsterPosition place = new MonsterPosition(1, 201, 61, 60);
        match.act(Match.HOST, new PlayerAction.MoveMonsters(List.of(place)));
        match.passSeconds(1);
        assertThat(match.monster(1).x()).isEqualTo(61);
    }

    @Test
    void aReturningHostGetsTheMonstersWithHisFirstReport() {
        match.rules.away(match.game, Match.HOST, match.out);
        match.rules.resumed(match.game, Match.HOST, match.out);
        match.bring(1, 12, 6).target(match.guest());
        match.tick();
        assertThat(match.monster(1).x()).isEqualTo(10);
        match.act(Match.HOST, new PlayerAction.ShowMonsterAttack(1, true, 12));
        match.tick();
        assertThat(match.monster(1).x()).isEqualTo(10);
    }

    @Test
    void theTargetMayNotInterfere() {
        match.rules.away(match.game, Match.HOST, match.out);
        match.monster(1).target(match.guest());
        MonsterPosition place = new MonsterPosition(1, 201, 61, 60);
        match.act(Match.GUEST, new PlayerAction.MoveMonsters(List.of(place)));
        assertThat(match.out.drops).containsExactly(DropReason.NOT_ENTITLED);
    }

    @Test
    void theServerMayDoItAlways() {
        Match server = Match.started(Match.withMode(MonsterSimulation.SERVER));
        server.bring(1, 12, 6).target(server.guest());
        server.tick();
        assertThat(server.monster(1).x()).isEqualTo(10);
        MonsterPosition place = new MonsterPosition(1, 201, 61, 60);
        server.rules.act(
                server.game, Match.HOST, new PlayerAction.MoveMonsters(List.of(place)), server.out);
        server.rules.act(
                server.game, Match.HOST, new PlayerAction.ObjectHitByMonster(1, 1), server.out);
        assertThat(server.out.drops).hasSize(2).containsOnly(DropReason.NOT_ENTITLED);
        server.passSeconds(180);
        assertThat(server.out.of(GameEvent.WaveAnnounced.class)).isEmpty();
        assertThat(server.out.of(GameEvent.WaveStarted.class)).hasSize(1);
    }

    @Test
    void aMonsterThatFinishesTheCoreEndsTheGameAtOnce() {
        match.passSeconds(180);
        match.host().moveTo(100, 100);
        match.guest().moveTo(100, 100);
        match.object(1).hurt(2999);
        match.rules.away(match.game, Match.HOST, match.out);
        match.passSeconds(5);
        assertThat(match.outcome()).isEqualTo(GameOutcome.CORE_DESTROYED);
        assertThat(match.out.news().getLast()).isEqualTo(new GameEvent.ObjectHitPoints(1, 0));
    }
}
