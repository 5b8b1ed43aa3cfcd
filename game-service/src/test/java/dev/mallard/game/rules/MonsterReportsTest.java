package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.support.TestSettings;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.MonsterPosition;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** What clients report of the monsters they simulate. */
class MonsterReportsTest {

    private final Match match = Match.started();

    private static MonsterPosition at(int id, float x, float y) {
        return new MonsterPosition(id, 999, x, y);
    }

    @Nested
    class Moves {

        private void move(int player, MonsterPosition... entries) {
            match.act(player, new PlayerAction.MoveMonsters(List.of(entries)));
        }

        private List<MonsterPosition> moved() {
            match.tick();
            return match.out.only(GameEvent.MonstersMoved.class).monsters();
        }

        @Test
        void goOutOnceWithTheLatestPlaceAndTheServersCode() {
            move(Match.HOST, at(1, 1, 1), at(2, 2, 2), at(1, 3, 3));
            move(Match.HOST, at(2, 4, 4));
            assertThat(match.out.sent).isEmpty();

            assertThat(moved())
                    .containsExactly(
                            new MonsterPosition(1, 201, 3, 3), new MonsterPosition(2, 201, 4, 4));
            match.out.clear();
            match.tick();
            assertThat(match.out.news()).isEmpty();
        }

        @Test
        void theEventGoesToAll() {
            move(Match.HOST, at(1, 1, 1));
            match.tick();
            assertThat(match.out.sent.getLast().audience()).isEqualTo(Audience.ALL);
        }

        @Test
        void theTargetMayMoveItsMonsterOnly() {
            match.monster(1).target(match.guest());
            move(Match.GUEST, at(1, 1, 1), at(2, 1, 1));
            assertThat(moved()).containsExactly(new MonsterPosition(1, 201, 1, 1));
            assertThat(match.out.drops).containsExactly(DropReason.NOT_ENTITLED);
        }

        @Test
        void aDeadTargetMayNot() {
            match.monster(1).target(match.guest());
            match.kill(match.guest());
            move(Match.GUEST, at(1, 1, 1));
            assertThat(match.out.drops).containsExactly(DropReason.NOT_ENTITLED);
        }

        @Test
        void aDeadHostMay() {
            match.kill(match.host());
            move(Match.HOST, at(1, 1, 1));
            assertThat(moved()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 201})
        void badPlacesAreDropped(float bad) {
            move(Match.HOST, at(1, bad, 0), at(1, 0, bad), at(2, 5, 5));
            assertThat(moved()).containsExactly(new MonsterPosition(2, 201, 5, 5));
            assertThat(match.out.drops).hasSize(2).containsOnly(DropReason.INVALID_COORDINATE);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 270, 272, Integer.MAX_VALUE, Integer.MIN_VALUE})
        void unknownMonstersAreDropped(int id) {
            move(Match.HOST, at(id, 1, 1));
            match.tick();
            assertThat(match.out.of(GameEvent.MonstersMoved.class)).isEmpty();
            assertThat(match.out.drops).containsExactly(DropReason.MONSTER_UNKNOWN);
        }

        @Test
        void theDeadDoNotMoveAnyMore() {
            move(Match.HOST, at(1, 4, 3), at(2, 1, 1));
            match.equip(match.host(), 119);
            match.act(Match.HOST, new PlayerAction.AttackMonster(1, 1, 0));
            assertThat(moved()).extracting(MonsterPosition::monsterId).containsExactly(2);
        }

        @Test
        void noMoreEntriesThanMonstersAreRead() {
            List<MonsterPosition> flood = new ArrayList<>();
            for (int entry = 0; entry < 10_000; entry++) {
                flood.add(at(270, 0, 0));
            }
            match.act(Match.HOST, new PlayerAction.MoveMonsters(flood));
            assertThat(match.out.drops).hasSize(271);
            assertThat(match.out.drops.getFirst()).isEqualTo(DropReason.TOO_MANY_ENTRIES);
        }

        @Test
        void anEmptyEventIsASetting() {
            GameSettings d = TestSettings.defaults();
            Match sending =
                    Match.started(
                            new GameSettings(
                                    d.timing(),
                                    d.movement(),
                                    d.rates(),
                                    d.reach(),
                                    d.limits(),
                                    d.simulation(),
                                    true,
                                    true));
            sending.passSeconds(1);
            assertThat(sending.out.of(GameEvent.MonstersMoved.class)).hasSize(5);
            assertThat(sending.out.of(GameEvent.MonsterTargets.class)).hasSize(1);
        }
    }

    @Nested
    class AttackDisplays {

        private void show(int player, int monsterId) {
            match.act(player, new PlayerAction.ShowMonsterAttack(monsterId, true, Match.GUEST));
        }

        @Test
        void theOthersSeeIt() {
            show(Match.HOST, 1);
            assertThat(match.out.sent)
                    .containsExactly(
                            new Recorder.Sent(
                                    new Audience.AllBut(Match.HOST),
                                    new GameEvent.MonsterAttacked(1, true, Match.GUEST)));
            assertThat(match.guest().hitPoints()).isEqualTo(100);
        }

        @Test
        void theTargetMayShowIt() {
            show(Match.GUEST, 1);
            match.monster(1).target(match.guest());
            show(Match.GUEST, 1);
            assertThat(match.out.sent).hasSize(1);
            assertThat(match.out.drops).containsExactly(DropReason.NOT_ENTITLED);
        }

        @Test
        void fivePerSecondAndMonster() {
            for (int attempt = 0; attempt < 8; attempt++) {
                show(Match.HOST, 1);
            }
            show(Match.HOST, 2);
            assertThat(match.out.sent).hasSize(6);
            assertThat(match.out.drops).hasSize(3).containsOnly(DropReason.TOO_FAST);
        }

        @Test
        void unknownMonstersAreDropped() {
            show(Match.HOST, 270);
            assertThat(match.out.drops).containsExactly(DropReason.MONSTER_UNKNOWN);
        }
    }

    @Test
    void nothingBeforeTheStart() {
        Match prepared = Match.prepared();
        prepared.act(Match.HOST, new PlayerAction.MoveMonsters(List.of(at(1, 1, 1))));
        prepared.act(Match.HOST, new PlayerAction.ShowMonsterAttack(1, true, Match.GUEST));
        prepared.act(Match.HOST, new PlayerAction.DamagedByMonster(1));
        prepared.act(Match.HOST, new PlayerAction.SpawnWave(List.of()));
        assertThat(prepared.out.drops).hasSize(4).containsOnly(DropReason.GAME_NOT_STARTED);
    }
}
