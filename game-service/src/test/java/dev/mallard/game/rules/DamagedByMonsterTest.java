package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamagedByMonsterTest {

    private final Match match = Match.started();

    private void hit(int monsterId) {
        match.act(Match.HOST, new PlayerAction.DamagedByMonster(monsterId));
    }

    @Test
    void allSeeTheNewHitPoints() {
        match.bring(60, match.host());
        hit(60);

        assertThat(match.out.sent)
                .containsExactly(
                        new Recorder.Sent(
                                Audience.ALL, new GameEvent.PlayerHitPoints(Match.HOST, 80)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 20", "301, 0, 19", "305, 405, 11"})
    void armourHelps(int first, int second, int damage) {
        for (int code : new int[] {first, second}) {
            if (code != 0) {
                match.equip(match.host(), code);
            }
        }
        match.bring(60, match.host()); // attack 20
        hit(60);
        assertThat(match.host().hitPoints()).isEqualTo(100 - damage);
    }

    @Test
    void damageIsAtLeastOne() {
        for (int code : new int[] {305, 405, 505, 605, 705}) {
            match.equip(match.host(), code);
        }
        assertThat(match.host().equipment().defence()).isEqualTo(162);
        match.bring(1, match.host()); // attack 5: 500 / 262
        hit(1);
        assertThat(match.host().hitPoints()).isEqualTo(99);
    }

    @Test
    void deathIsToldAloneAndOnce() {
        match.host().hurt(90);
        match.bring(60, match.host());
        hit(60);
        match.clock.advance(1000);
        hit(60);

        assertThat(match.host().hitPoints()).isZero();
        assertThat(match.news()).containsExactly(new GameEvent.PlayerDied(Match.HOST));
    }

    @Test
    void deathReleasesTheBox() {
        match.act(Match.HOST, new PlayerAction.OpenBox(1));
        match.host().hurt(90);
        match.out.clear();
        match.bring(60, match.host());
        hit(60);

        assertThat(match.news())
                .containsExactly(
                        new GameEvent.PlayerDied(Match.HOST),
                        new GameEvent.BoxClosed(Match.HOST, 1));
        assertThat(match.host().held()).isNull();
    }

    @Test
    void unknownMonstersAreDropped() {
        hit(270);
        hit(-5);
        assertThat(match.out.sent).isEmpty();
        assertThat(match.out.drops).hasSize(2).containsOnly(DropReason.MONSTER_UNKNOWN);
    }

    @Test
    void farMonstersAreDropped() {
        match.bring(60, 3 + 12.01f, 3);
        hit(60);
        assertThat(match.out.drops).containsExactly(DropReason.OUT_OF_REACH);
        match.bring(60, 3 + 11.99f, 3);
        hit(60);
        assertThat(match.host().hitPoints()).isEqualTo(80);
    }

    @Test
    void oneMonsterHitsOnePlayerOnceIn300Millis() {
        match.bring(1, match.host());
        match.bring(2, match.host());
        hit(1);
        match.clock.advance(299);
        hit(1);
        hit(2);
        match.act(Match.GUEST, new PlayerAction.DamagedByMonster(1));
        match.clock.advance(1);
        hit(1);

        assertThat(match.host().hitPoints()).isEqualTo(85);
        assertThat(match.guest().hitPoints()).isEqualTo(95);
        assertThat(match.out.drops).containsExactly(DropReason.TOO_FAST);
    }
}
