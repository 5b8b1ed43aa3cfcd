package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.MonsterTarget;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A player who comes back to the seat. */
class ResumeTest {

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
        match.act(Match.HOST, new PlayerAction.AttackMonster(1, 1, 0));
        match.object(62).moveTo(3, 3);
        match.object(62).hurt(2);
        match.act(Match.HOST, new PlayerAction.ObjectHitByPlayer(62));
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
        assertThat(match.out.of(GameEvent.PlayerPositions.class).getLast().players()).hasSize(2);
        assertThat(match.guest().hunger()).isEqualTo(90); // from the return on
    }

    @Test
    void aPreparedGameIsAnnouncedAgain() {
        Match prepared = Match.prepared();
        prepared.rules.away(prepared.game, Match.GUEST, prepared.out);
        prepared.rules.away(prepared.game, Match.HOST, prepared.out);
        prepared.out.clear();
        prepared.rules.resumed(prepared.game, Match.GUEST, prepared.out);
        assertThat(prepared.news()).hasSize(1).first().isInstanceOf(GameEvent.GameAnnounced.class);
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
