package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.MonsterTarget;
import dev.mallard.game.world.PlayerPosition;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class AwayAndResumeTest {

    private static GameSettings withGrace(Duration grace) {
        GameSettings.Timing timing = GameSettings.defaults().timing();
        return GameSettings.defaults()
                .with(
                        new GameSettings.Timing(
                                timing.day(),
                                timing.night(),
                                timing.preparation(),
                                grace,
                                timing.waveAnswer(),
                                timing.tolerance()));
    }

    @Nested
    class Away {

        private final Match match = Match.started(GameSettings.defaults(), 3, 1);

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
            assertThat(match.game.recipients(Audience.ALL))
                    .containsExactly(Match.HOST, Match.THIRD);
            assertThat(match.game.recipients(new Audience.Only(Match.GUEST))).isEmpty();
            assertThat(match.game.recipients(new Audience.AllBut(Match.HOST)))
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
                    .containsExactly(
                            new GameEvent.MonsterTargets(List.of(new MonsterTarget(1, 0))));
            assertThat(match.guest().hunger()).isEqualTo(100);
        }

        @Test
        void releasesTheBox() {
            match.guest().moveTo(3, 3);
            match.rules.openBox(match.game, Match.GUEST, 1, match.out);
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
            match.rules.move(match.game, Match.GUEST, 1, 1, match.out);
            match.rules.chat(match.game, Match.GUEST, "late", match.out);
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

    @Nested
    class Resume {

        private final Match match = Match.started();

        private List<GameEvent> resume(int player) {
            match.out.clear();
            assertThat(match.rules.resumed(match.game, player, match.out)).isTrue();
            assertThat(match.out.sent)
                    .extracting(Recorder.Sent::audience)
                    .containsOnly(new Audience.Only(player));
            return match.news();
        }

        @Test
        void anUntouchedWorldNeedsOneEvent() {
            match.rules.away(match.game, Match.GUEST, match.out);
            List<GameEvent> events = resume(Match.GUEST);
            assertThat(events).hasSize(1);
            GameEvent.GameStarted state = (GameEvent.GameStarted) events.getFirst();
            assertThat(state.players()).hasSize(2);
            assertThat(state.monsters()).hasSize(270);
            assertThat(state.objects()).hasSize(111);
            assertThat(state.nextPhaseAt()).isEqualTo(match.game.phase().plannedEnd());
            assertThat(state.items()).containsExactly(new ItemStack(1, 1), new ItemStack(101, 1));
        }

        @Test
        void tellsWhatTheStateHasNoPlaceFor() {
            match.equip(match.guest(), 101);
            match.equip(match.guest(), 302);
            match.equip(match.host(), 105);
            match.host().hurt(10);
            match.kill(match.guest());
            match.guest().feed(-7);
            match.bring(1, 3, 3).target(match.host());
            match.monster(1).hurt(5);
            match.object(2).hurt(1);
            GroundItem item = new GroundItem(2, 3, 1.5f, 2.5f);
            match.lay(item);
            match.rules.away(match.game, Match.GUEST, match.out);

            List<GameEvent> events = resume(Match.GUEST);
            assertThat(events.getFirst()).isInstanceOf(GameEvent.GameStarted.class);
            assertThat(events.subList(1, events.size()))
                    .containsExactly(
                            new GameEvent.ItemWorn(Match.HOST, 105),
                            new GameEvent.ItemWorn(Match.GUEST, 101),
                            new GameEvent.ItemWorn(Match.GUEST, 302),
                            new GameEvent.PlayerHitPoints(Match.HOST, 90),
                            new GameEvent.PlayerDied(Match.GUEST),
                            new GameEvent.PlayerHunger(Match.GUEST, 93),
                            new GameEvent.MonsterHitPoints(1, 45),
                            new GameEvent.ObjectHitPoints(2, 99),
                            new GameEvent.MonsterTargets(List.of(new MonsterTarget(1, Match.HOST))),
                            new GameEvent.ItemsSpawned(List.of(item)));
        }

        @Test
        void theDeadAndTheDestroyedAreNotInTheState() {
            match.equip(match.host(), 119);
            match.bring(1, 3, 3);
            match.rules.attackMonster(match.game, Match.HOST, 1, 1, 0, match.out);
            match.object(62).moveTo(3, 3);
            match.object(62).hurt(2);
            match.rules.objectHitByPlayer(match.game, Match.HOST, 62, match.out);
            match.rules.away(match.game, Match.GUEST, match.out);
            GameEvent.GameStarted state = (GameEvent.GameStarted) resume(Match.GUEST).getFirst();
            assertThat(state.monsters()).hasSize(269);
            assertThat(state.objects()).hasSize(110);
        }

        @Test
        void givesTheSeatBack() {
            match.rules.away(match.game, Match.GUEST, match.out);
            match.passSeconds(50);
            resume(Match.GUEST);
            match.passSeconds(20);
            assertThat(match.game.player(Match.GUEST)).isNotNull();
            assertThat(match.out.of(GameEvent.PlayerPositions.class).getLast().players())
                    .hasSize(2);
            assertThat(match.guest().hunger()).isEqualTo(90); // from the return on
        }

        @Test
        void aPreparedGameIsAnnouncedAgain() {
            Match prepared = Match.prepared();
            prepared.rules.away(prepared.game, Match.GUEST, prepared.out);
            prepared.rules.away(prepared.game, Match.HOST, prepared.out);
            prepared.out.clear();
            prepared.rules.resumed(prepared.game, Match.GUEST, prepared.out);
            assertThat(prepared.news())
                    .hasSize(1)
                    .first()
                    .isInstanceOf(GameEvent.GameAnnounced.class);
            prepared.rules.resumed(prepared.game, Match.HOST, prepared.out);
            assertThat(prepared.news().getFirst()).isInstanceOf(GameEvent.GamePrepared.class);
        }

        @Test
        void thereIsNoSeatForStrangersOrAfterTheEnd() {
            assertThat(match.rules.resumed(match.game, Match.STRANGER, match.out)).isFalse();
            match.rules.stop(match.game);
            assertThat(match.rules.resumed(match.game, Match.GUEST, match.out)).isFalse();
            assertThat(match.out.sent).isEmpty();
        }

        @Test
        void theHostIsAskedAgainForAWaveThatWaits() {
            Match match = Match.started(Match.withMode(MonsterSimulation.HOST));
            match.passSeconds(180);
            match.rules.away(match.game, Match.HOST, match.out);
            match.out.clear();
            match.rules.resumed(match.game, Match.HOST, match.out);
            assertThat(match.out.only(GameEvent.WaveAnnounced.class).monsters()).hasSize(5);
        }
    }

    @Nested
    class HostLoss {

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
            Match match = Match.started(withGrace(Duration.ZERO));
            match.rules.away(match.game, Match.HOST, match.out);
            assertThat(match.outcome()).isEqualTo(GameOutcome.HOST_LEFT);
            assertThat(match.game.recipients(Audience.ALL)).containsExactly(Match.GUEST);
        }

        @Test
        void withoutAGracePeriodAGuestGoesAtOnce() {
            Match match = Match.started(withGrace(Duration.ZERO));
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

    @Nested
    class Preparation {

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

    @Nested
    class ServerSimulated {

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
            match.rules.damagedByMonster(match.game, Match.GUEST, 1, match.out);
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
            match.rules.moveMonsters(match.game, Match.HOST, List.of(place), match.out);
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
            match.rules.showMonsterAttack(match.game, Match.HOST, 1, true, 12, match.out);
            match.tick();
            assertThat(match.monster(1).x()).isEqualTo(10);
        }

        @Test
        void theTargetMayNotInterfere() {
            match.rules.away(match.game, Match.HOST, match.out);
            match.monster(1).target(match.guest());
            MonsterPosition place = new MonsterPosition(1, 201, 61, 60);
            match.rules.moveMonsters(match.game, Match.GUEST, List.of(place), match.out);
            assertThat(match.out.drops).containsExactly(DropReason.NOT_ENTITLED);
        }

        @Test
        void theServerMayDoItAlways() {
            Match server = Match.started(Match.withMode(MonsterSimulation.SERVER));
            server.bring(1, 12, 6).target(server.guest());
            server.tick();
            assertThat(server.monster(1).x()).isEqualTo(10);
            MonsterPosition place = new MonsterPosition(1, 201, 61, 60);
            server.rules.moveMonsters(server.game, Match.HOST, List.of(place), server.out);
            server.rules.objectHitByMonster(server.game, Match.HOST, 1, 1, server.out);
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
}
