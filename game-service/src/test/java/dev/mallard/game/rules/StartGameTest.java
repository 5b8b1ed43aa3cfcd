package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameState;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.ObjectPosition;
import dev.mallard.game.world.ObjectView;
import dev.mallard.game.world.Phase;
import dev.mallard.game.world.PlayerPosition;
import dev.mallard.game.world.RuleViolation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class StartGameTest {

    private final Match match = Match.prepared();

    @Test
    void tellsEverybodyTheWholeState() {
        match.out.clear();
        match.act(
                Match.HOST,
                new PlayerAction.StartGame(
                        List.of(new MonsterPosition(1, 999, 1.5f, -2.5f)),
                        List.of(new ObjectPosition(2, 7f, 8f))));

        assertThat(match.out.sent).hasSize(1);
        assertThat(match.out.sent.getFirst().audience()).isEqualTo(Audience.ALL);
        GameEvent.GameStarted started = match.out.only(GameEvent.GameStarted.class);
        assertThat(started.phase()).isEqualTo(Phase.DAY);
        assertThat(started.nextPhaseAt()).isEqualTo(match.clock.epochMillis() + 180_000);
        assertThat(started.players())
                .containsExactly(
                        new PlayerPosition(Match.HOST, 3, 3),
                        new PlayerPosition(Match.GUEST, 6, 6));
        assertThat(started.monsters()).hasSize(270);
        assertThat(started.monsters().get(0)).isEqualTo(new MonsterPosition(1, 201, 1.5f, -2.5f));
        assertThat(started.monsters().get(1)).isEqualTo(new MonsterPosition(2, 201, 0, 0));
        assertThat(started.objects()).hasSize(111);
        assertThat(started.objects().get(0)).isEqualTo(new ObjectView(1, 1, List.of(), 0, 0));
        assertThat(started.objects().get(1).content()).hasSize(8);
        assertThat(started.objects().get(1).x()).isEqualTo(7f);
        assertThat(started.objects().get(110).content()).isEmpty();
        assertThat(started.items()).containsExactly(new ItemStack(1, 1), new ItemStack(101, 1));
    }

    @Test
    void givesTheStartItemsAndHomePoints() {
        match.start();

        assertThat(match.guest().inventory().stacks())
                .containsExactly(new ItemStack(1, 1), new ItemStack(101, 1));
        assertThat(match.monster(1).homeX()).isEqualTo(-150);
        assertThat(match.game.state()).isEqualTo(GameState.RUNNING);
    }

    @Test
    void theCoreKeepsItsPlaceWhateverIsSent() {
        match.act(
                Match.HOST,
                new PlayerAction.StartGame(List.of(), List.of(new ObjectPosition(1, 50, -50))));

        assertThat(match.object(1).x()).isZero();
        assertThat(match.object(1).y()).isZero();
    }

    @Test
    void isForTheHostOnly() {
        match.refused(
                RuleViolation.NOT_HOST,
                () -> match.act(Match.GUEST, new PlayerAction.StartGame(List.of(), List.of())));
        assertThat(match.game.state()).isEqualTo(GameState.PREPARED);
    }

    @Test
    void happensOnce() {
        match.start();
        match.refused(RuleViolation.GAME_ALREADY_STARTED, match::start);
        assertThat(match.host().inventory().count(1)).isEqualTo(1);
    }

    @Test
    void ofAStrangerIsDropped() {
        match.act(Match.STRANGER, new PlayerAction.StartGame(List.of(), List.of()));
        assertThat(match.out.drops).containsExactly(DropReason.NOT_IN_GAME);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 200.1f})
    void badCoordinatesChangeNothing(float bad) {
        MonsterPosition good = new MonsterPosition(1, 201, 4, 4);
        invalid(List.of(good, new MonsterPosition(2, 201, bad, 0)), List.of());
        invalid(List.of(good, new MonsterPosition(2, 201, 0, bad)), List.of());
        invalid(List.of(good), List.of(new ObjectPosition(2, bad, 0)));
        invalid(List.of(good), List.of(new ObjectPosition(2, 0, bad)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 270, 272, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void unknownMonstersChangeNothing(int id) {
        invalid(List.of(new MonsterPosition(id, 201, 0, 0)), List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 112, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void unknownObjectsChangeNothing(int id) {
        invalid(List.of(), List.of(new ObjectPosition(id, 0, 0)));
    }

    @Test
    void repeatedIdsChangeNothing() {
        MonsterPosition monster = new MonsterPosition(1, 201, 4, 4);
        ObjectPosition object = new ObjectPosition(2, 4, 4);
        invalid(List.of(monster, monster), List.of());
        invalid(List.of(), List.of(object, object));
    }

    private void invalid(List<MonsterPosition> monsters, List<ObjectPosition> objects) {
        match.refused(
                RuleViolation.INVALID_START_DATA,
                () -> match.act(Match.HOST, new PlayerAction.StartGame(monsters, objects)));
        assertThat(match.game.state()).isEqualTo(GameState.PREPARED);
        assertThat(match.monster(1).x()).isZero();
        assertThat(match.host().inventory().stacks()).isEmpty();
    }
}
