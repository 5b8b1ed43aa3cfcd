package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.RuleViolation;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class ObjectHitTest {

    private static final int BOX = 2;
    private static final int GRASS = 62;

    private final Match match = Match.started();

    @Nested
    class ByMonster {

        private void hit(int player, int objectId, int monsterId) {
            match.clock.advance(300);
            match.act(player, new PlayerAction.ObjectHitByMonster(objectId, monsterId));
        }

        @Test
        void theCoreLosesTheAttack() {
            match.bring(220, 0, 0);
            hit(Match.HOST, 1, 220);
            assertThat(match.out.sent)
                    .containsExactly(
                            new Recorder.Sent(
                                    Audience.ALL, new GameEvent.ObjectHitPoints(1, 2970)));
        }

        @Test
        void theFallOfTheCoreEndsTheGame() {
            match.bring(220, 0, 0);
            match.object(1).hurt(2980);
            hit(Match.HOST, 1, 220);

            assertThat(match.news()).containsExactly(new GameEvent.ObjectHitPoints(1, 0));
            assertThat(match.outcome()).isEqualTo(GameOutcome.CORE_DESTROYED);
            assertThat(match.outcome().finalEvent()).isEqualTo(new GameEvent.GameOver());
            hit(Match.HOST, 1, 220);
            match.passSeconds(2);
            assertThat(match.out.sent).isEmpty();
        }

        @Test
        void otherObjectsAreDestroyedWithoutADrop() {
            match.bring(60, 150, -150);
            hit(Match.HOST, BOX, 60);
            assertThat(match.news()).containsExactly(new GameEvent.ObjectHitPoints(BOX, 80));
            hit(Match.HOST, GRASS, 60);
            assertThat(match.news()).containsExactly(new GameEvent.ObjectDestroyed(GRASS));
            assertThat(match.game.objects().find(GRASS)).isNull();
            hit(Match.HOST, GRASS, 60);
            assertThat(match.out.sent).isEmpty();
            assertThat(match.out.drops).containsExactly(DropReason.OBJECT_DESTROYED);
        }

        @Test
        void aDestroyedBoxIsClosedAndLost() {
            match.object(BOX).moveTo(3, 3);
            match.object(BOX).hurt(95);
            match.act(Match.GUEST, new PlayerAction.OpenBox(BOX));
            match.bring(60, 3, 3);
            match.out.clear();
            hit(Match.HOST, BOX, 60);

            assertThat(match.news())
                    .containsExactly(
                            new GameEvent.BoxClosed(Match.GUEST, BOX),
                            new GameEvent.ObjectDestroyed(BOX));
            assertThat(match.guest().held()).isNull();
            match.refused(
                    RuleViolation.BOX_NOT_FOUND,
                    () -> match.act(Match.GUEST, new PlayerAction.OpenBox(BOX)));
        }

        @Test
        void onlyTheHostReports() {
            match.bring(220, 0, 0);
            match.monster(220).target(match.guest());
            hit(Match.GUEST, 1, 220);
            assertThat(match.object(1).hitPoints()).isEqualTo(3000);
            assertThat(match.out.drops).containsExactly(DropReason.NOT_ENTITLED);
        }

        @Test
        void aDeadHostStillReports() {
            match.bring(220, 0, 0);
            match.kill(match.host());
            hit(Match.HOST, 1, 220);
            assertThat(match.object(1).hitPoints()).isEqualTo(2970);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 112, Integer.MAX_VALUE, Integer.MIN_VALUE})
        void unknownObjectsAreRefused(int objectId) {
            match.bring(220, 0, 0);
            match.refused(RuleViolation.OBJECT_NOT_FOUND, () -> hit(Match.HOST, objectId, 220));
        }

        @Test
        void unknownMonstersAreDropped() {
            hit(Match.HOST, 1, 270);
            assertThat(match.out.drops).containsExactly(DropReason.MONSTER_UNKNOWN);
        }

        @ParameterizedTest
        @CsvSource({"1, 0, 18", "2, 150, 15"})
        void reachIsTheRangeAndSome(int objectId, float objectX, float reach) {
            float y = match.object(objectId).y();
            match.bring(220, objectX - reach - 0.01f, y); // range 10
            hit(Match.HOST, objectId, 220);
            assertThat(match.out.drops).containsExactly(DropReason.OUT_OF_REACH);
            match.bring(220, objectX - reach, y);
            hit(Match.HOST, objectId, 220);
            assertThat(match.out.of(GameEvent.ObjectHitPoints.class)).hasSize(1);
        }

        @Test
        void onceIn300Millis() {
            match.bring(220, 0, 0);
            hit(Match.HOST, 1, 220);
            match.clock.advance(-1);
            hit(Match.HOST, 1, 220);
            assertThat(match.object(1).hitPoints()).isEqualTo(2970);
            assertThat(match.out.drops).containsExactly(DropReason.TOO_FAST);
        }
    }

    @Nested
    class ByPlayer {

        private void hit(int objectId) {
            match.clock.advance(100);
            match.act(Match.HOST, new PlayerAction.ObjectHitByPlayer(objectId));
        }

        private void armed() {
            match.equip(match.host(), 101);
        }

        @Test
        void grassLeavesASeedAfterThreeHits() {
            armed();
            match.object(GRASS).moveTo(4, 4);
            hit(GRASS);
            hit(GRASS);
            hit(GRASS);

            List<GameEvent> news = match.news();
            GroundItem seed = match.game.ground().all().getFirst();
            assertThat(news)
                    .containsExactly(
                            new GameEvent.ObjectHitPoints(GRASS, 2),
                            new GameEvent.ObjectHitPoints(GRASS, 1),
                            new GameEvent.ObjectHitPoints(GRASS, 0),
                            new GameEvent.ItemsSpawned(List.of(seed)),
                            new GameEvent.ObjectDestroyed(GRASS));
            assertThat(seed.itemCode()).isEqualTo(801);
            assertThat(seed.x()).isBetween(3f, 5f);
            hit(GRASS);
            assertThat(match.out.sent).isEmpty();
            assertThat(match.out.drops).containsExactly(DropReason.OBJECT_DESTROYED);
        }

        @ParameterizedTest
        @CsvSource({"2, 303", "32, 302", "52, 301"})
        void boxesLeaveTheirArmour(int box, int drop) {
            armed();
            match.object(box).moveTo(4, 4);
            match.object(box).hurt(99);
            hit(box);
            assertThat(match.game.ground().all())
                    .extracting(GroundItem::itemCode)
                    .containsExactly(drop);
        }

        @Test
        void wallsLeaveNothing() {
            armed();
            match.give(match.host(), 901, 1);
            match.act(Match.HOST, new PlayerAction.PlaceWall(901, 4, 4));
            match.object(112).hurt(99);
            match.out.clear();
            hit(112);
            assertThat(match.news())
                    .containsExactly(
                            new GameEvent.ObjectHitPoints(112, 0),
                            new GameEvent.ObjectDestroyed(112));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 0, -1, 112, Integer.MAX_VALUE, Integer.MIN_VALUE})
        void unknownObjectsAndTheCoreAreRefused(int objectId) {
            armed();
            match.refused(RuleViolation.OBJECT_NOT_FOUND, () -> hit(objectId));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 103, 104, 167, 168})
        void onlySwordsAndAxesWork(int weapon) {
            if (weapon != 0) {
                match.equip(match.host(), weapon);
            }
            match.object(GRASS).moveTo(4, 4);
            hit(GRASS);
            assertThat(match.out.sent).isEmpty();
            assertThat(match.out.drops).containsExactly(DropReason.NO_MELEE_WEAPON);
        }

        @ParameterizedTest
        @ValueSource(ints = {101, 102, 151, 152})
        void coatedOnesToo(int weapon) {
            match.equip(match.host(), weapon);
            match.object(GRASS).moveTo(4, 4);
            hit(GRASS);
            assertThat(match.object(GRASS).hitPoints()).isEqualTo(2);
        }

        @Test
        void farObjectsAndDeadPlayersAreDropped() {
            armed();
            match.object(GRASS).moveTo(13.01f, 3);
            hit(GRASS);
            match.kill(match.host());
            hit(GRASS);
            assertThat(match.out.sent).isEmpty();
            assertThat(match.out.drops)
                    .containsExactly(DropReason.OUT_OF_REACH, DropReason.PLAYER_DEAD);
        }

        @Test
        void tenHitsPerSecond() {
            armed();
            match.object(BOX).moveTo(4, 4);
            for (int attempt = 0; attempt < 15; attempt++) {
                match.act(Match.HOST, new PlayerAction.ObjectHitByPlayer(BOX));
            }
            assertThat(match.object(BOX).hitPoints()).isEqualTo(90);
            assertThat(match.out.drops).hasSize(5).containsOnly(DropReason.TOO_FAST);
        }

        @Test
        void everyPieceLiesOnItsOwn() {
            Drops drops = new Drops(Match.CONTENT, 1000, new Bounds(200));
            var tree = match.game.objects().place(Match.CONTENT.objectKind(6), 10, 10);
            List<GroundItem> items = drops.ofObject(match.game, tree);
            assertThat(items).extracting(GroundItem::itemCode).containsExactly(3, 3, 4, 4);
            assertThat(items).extracting(GroundItem::count).containsOnly(1);
            assertThat(items).doesNotHaveDuplicates();
        }

        @Test
        void notBeforeTheStart() {
            Match prepared = Match.prepared();
            prepared.act(Match.HOST, new PlayerAction.ObjectHitByPlayer(GRASS));
            prepared.act(Match.HOST, new PlayerAction.ObjectHitByMonster(GRASS, 1));
            assertThat(prepared.out.drops).hasSize(2).containsOnly(DropReason.GAME_NOT_STARTED);
        }
    }
}
