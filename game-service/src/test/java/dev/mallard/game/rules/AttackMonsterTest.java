package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.Monster;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.TreeMap;

class AttackMonsterTest {

    private final Match match = Match.started();

    private void hit(int monsterId) {
        match.clock.advance(100);
        match.act(Match.HOST, new PlayerAction.AttackMonster(monsterId, 1, 0));
    }

    @Test
    void othersSeeTheSwingAndAllTheDamage() {
        Monster monster = match.bring(60, match.host());
        hit(60);

        assertThat(match.out.sent.get(0))
                .isEqualTo(
                        new Recorder.Sent(
                                new Audience.AllBut(Match.HOST),
                                new GameEvent.PlayerSwung(Match.HOST, 1, 0)));
        assertThat(match.out.sent.get(1))
                .isEqualTo(
                        new Recorder.Sent(
                                Audience.ALL,
                                new GameEvent.MonsterHitPoints(60, monster.hitPoints())));
        assertThat(match.out.sent).hasSize(2);
        assertThat(monster.hitPoints()).isBetween(196, 199); // 0 to 9 less 5, at least 1
    }

    @Test
    void damageAddsWeaponAndArmour() {
        match.equip(match.host(), 119); // 70
        match.equip(match.host(), 305); // 15
        Monster monster = match.bring(170, match.host()); // defence 10
        hit(170);

        assertThat(400 - monster.hitPoints()).isBetween(75, 84);
    }

    @Test
    void killingLeavesItemsAround() {
        match.equip(match.host(), 119);
        int items = 0;
        for (int id = 1; id <= 29; id++) {
            match.bring(id, match.host());
            hit(id);
            assertThat(match.game.monsters().find(id)).isNull();
            var events = match.news();
            assertThat(events.get(1)).isEqualTo(new GameEvent.MonsterHitPoints(id, 0));
            assertThat(events.get(2)).isEqualTo(new GameEvent.MonsterDied(id));
            for (GameEvent event : events.subList(3, events.size())) {
                assertThat(event).isInstanceOf(GameEvent.ItemsSpawned.class);
                for (GroundItem item : ((GameEvent.ItemsSpawned) event).items()) {
                    items++;
                    assertThat(item.count()).isEqualTo(1);
                    assertThat(item.x()).isBetween(3f, 5f);
                    assertThat(item.y()).isBetween(2f, 4f);
                }
            }
        }
        assertThat(items).isPositive();
        assertThat(match.game.ground().size()).isEqualTo(items);
    }

    @Test
    void dropKindsHaveTheirShares() {
        Map<String, Integer> kinds = new TreeMap<>();
        Drops drops = new Drops(Match.CONTENT, Integer.MAX_VALUE, new Bounds(200));
        Monster monster = match.monster(1);
        for (int death = 0; death < 20_000; death++) {
            drops.ofMonster(match.game, monster)
                    .forEach(item -> kinds.merge(kind(item.itemCode()), 1, Integer::sum));
        }
        double rolls = 30_000; // 1.5 on average
        assertThat(kinds.getOrDefault("weapon", 0) / rolls).isBetween(0.09, 0.11);
        assertThat(kinds.getOrDefault("armour", 0) / rolls).isBetween(0.17, 0.19);
        assertThat(kinds.getOrDefault("food", 0) / rolls).isBetween(0.49, 0.52);
        assertThat(kinds).hasSize(3);
    }

    private static String kind(int code) {
        return code <= 100 ? "food" : code <= 150 ? "weapon" : code <= 200 ? "coated" : "armour";
    }

    @Test
    void aFullGroundTakesNoDrops() {
        for (int item = 0; item < 1000; item++) {
            match.lay(new GroundItem(1, 1, 0, 0));
        }
        match.equip(match.host(), 119);
        for (int id = 1; id <= 20; id++) {
            match.bring(id, match.host());
            hit(id);
        }
        assertThat(match.game.ground().size()).isEqualTo(1000);
        assertThat(match.out.of(GameEvent.ItemsSpawned.class)).isEmpty();
        assertThat(match.out.of(GameEvent.MonsterDied.class)).hasSize(20);
    }

    @Test
    void theBossLaughsAtPlainWeapons() {
        match.equip(match.host(), 119);
        Monster boss = match.bring(Match.BOSS, match.host());
        hit(Match.BOSS);

        assertThat(boss.hitPoints()).isEqualTo(5000);
        assertThat(match.out.only(GameEvent.MonsterHitPoints.class))
                .isEqualTo(new GameEvent.MonsterHitPoints(Match.BOSS, 5000));
    }

    @Test
    void killingTheBossWinsWithoutADrop() {
        match.equip(match.host(), 169);
        Monster boss = match.bring(Match.BOSS, match.host());
        boss.hurt(4999);
        hit(Match.BOSS);

        assertThat(match.news())
                .containsExactly(
                        new GameEvent.PlayerSwung(Match.HOST, 1, 0),
                        new GameEvent.MonsterHitPoints(Match.BOSS, 0),
                        new GameEvent.MonsterDied(Match.BOSS));
        assertThat(match.outcome()).isEqualTo(GameOutcome.CLEARED);
        assertThat(match.outcome().finalEvent()).isEqualTo(new GameEvent.GameCleared());
    }

    @Test
    void anUnknownMonsterShowsTheSwingOnly() {
        hit(270);
        assertThat(match.news()).containsExactly(new GameEvent.PlayerSwung(Match.HOST, 1, 0));
    }

    @Test
    void aDeadMonsterCannotBeHitAgain() {
        match.equip(match.host(), 119);
        match.bring(1, match.host());
        hit(1);
        match.out.clear();
        hit(1);
        assertThat(match.out.drops).containsExactly(DropReason.MONSTER_UNKNOWN);
        assertThat(match.out.of(GameEvent.MonsterDied.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "101, 10", "117, 27", "108, 18"})
    void reachDependsOnTheWeapon(int weapon, float reach) {
        if (weapon != 0) {
            match.equip(match.host(), weapon);
        }
        Monster monster = match.bring(1, 3 + reach - 0.01f, 3);
        hit(1);
        assertThat(monster.hitPoints()).isLessThan(50);

        match.out.clear();
        int before = monster.hitPoints();
        monster.moveTo(3 + reach + 0.01f, 3);
        hit(1);
        assertThat(monster.hitPoints()).isEqualTo(before);
        assertThat(match.out.drops).containsExactly(DropReason.OUT_OF_REACH);
        assertThat(match.news()).containsExactly(new GameEvent.PlayerSwung(Match.HOST, 1, 0));
    }

    @Test
    void theSameMonsterNotTwiceWithin100Millis() {
        match.bring(1, match.host());
        match.bring(2, match.host());
        hit(1);
        match.act(Match.HOST, new PlayerAction.AttackMonster(1, 1, 0));
        match.act(Match.HOST, new PlayerAction.AttackMonster(2, 1, 0));
        match.act(Match.GUEST, new PlayerAction.AttackMonster(1, 1, 0));

        assertThat(match.out.drops).containsExactly(DropReason.TOO_FAST);
        assertThat(match.out.of(GameEvent.PlayerSwung.class)).hasSize(4);
        assertThat(match.out.of(GameEvent.MonsterHitPoints.class)).hasSize(3);
    }

    @Test
    void atMostTenPerSecondWithABurstOfTwenty() {
        for (int attempt = 0; attempt < 30; attempt++) {
            match.act(Match.HOST, new PlayerAction.AttackMonster(270, 1, 0));
        }
        assertThat(match.out.of(GameEvent.PlayerSwung.class)).hasSize(20);
        assertThat(match.out.drops.stream().filter(d -> d == DropReason.TOO_FAST)).hasSize(10);

        match.clock.advance(1000);
        match.out.clear();
        for (int attempt = 0; attempt < 30; attempt++) {
            match.act(Match.HOST, new PlayerAction.AttackMonster(270, 1, 0));
        }
        assertThat(match.out.of(GameEvent.PlayerSwung.class)).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aDirectionHasToBeFinite(float bad) {
        Monster monster = match.bring(1, match.host());
        match.act(Match.HOST, new PlayerAction.AttackMonster(1, bad, 0));
        match.act(Match.HOST, new PlayerAction.AttackMonster(1, 0, bad));

        assertThat(match.out.sent).isEmpty();
        assertThat(monster.hitPoints()).isEqualTo(50);
        assertThat(match.out.drops).containsOnly(DropReason.INVALID_COORDINATE).hasSize(2);
    }

    @Test
    void theDeadDoNotFight() {
        match.bring(1, match.host());
        match.kill(match.host());
        hit(1);
        match.act(Match.HOST, new PlayerAction.Swing(1, 0));

        assertThat(match.out.sent).isEmpty();
        assertThat(match.out.drops).containsOnly(DropReason.PLAYER_DEAD).hasSize(2);
    }

    @Test
    void nothingHappensBeforeTheStart() {
        Match prepared = Match.prepared();
        prepared.out.clear();
        prepared.act(Match.HOST, new PlayerAction.AttackMonster(1, 1, 0));
        prepared.act(Match.HOST, new PlayerAction.Swing(1, 0));

        assertThat(prepared.out.sent).isEmpty();
        assertThat(prepared.out.drops).containsOnly(DropReason.GAME_NOT_STARTED).hasSize(2);
    }

    @Test
    void nothingHappensAfterTheEnd() {
        match.rules.stop(match.game);
        hit(1);
        assertThat(match.out.sent).isEmpty();
        assertThat(match.out.drops).containsExactly(DropReason.GAME_ENDED);
    }
}
