package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.support.TestSettings;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.PlayerPosition;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovementTest {

    private static final Offset<Float> NEAR = Offset.offset(0.001f);

    private static Match withMode(MovementMode mode) {
        return Match.started(
                TestSettings.with(
                        TestSettings.defaults(), new GameSettings.Walking(mode, 1.1, 2, 200)));
    }

    @Test
    void showsInTheNextPositions() {
        Match match = Match.started();
        match.rules.act(match.game, Match.GUEST, new PlayerAction.Move(7, 6.5f), match.out);
        assertThat(match.out.sent).isEmpty();

        match.tick();

        assertThat(match.out.only(GameEvent.PlayerPositions.class).players())
                .containsExactly(
                        new PlayerPosition(Match.HOST, 3, 3),
                        new PlayerPosition(Match.GUEST, 7, 6.5f));
    }

    @Test
    void repeatsTheSameEventWhileNobodyMoves() {
        Match match = Match.started();
        match.tick();
        match.tick();
        match.rules.act(match.game, Match.HOST, new PlayerAction.Move(3.5f, 3), match.out);
        match.tick();

        var positions = match.out.of(GameEvent.PlayerPositions.class);
        assertThat(positions).hasSize(3);
        assertThat(positions.get(1)).isSameAs(positions.get(0));
        assertThat(positions.get(2)).isNotEqualTo(positions.get(0));
    }

    @Test
    void tooFarIsTakenAsSentAndCounted() {
        Match match = Match.started();
        match.rules.act(match.game, Match.HOST, new PlayerAction.Move(100, 3), match.out);

        assertThat(match.host().x()).isEqualTo(100);
        assertThat(match.out.movesOutsideAllowance).isEqualTo(1);
    }

    @Test
    void tooFarIsShortenedWhenEnforced() {
        Match match = withMode(MovementMode.ENFORCE);
        match.rules.act(match.game, Match.HOST, new PlayerAction.Move(103, 3), match.out);
        assertThat(match.host().x()).isCloseTo(9.6f, NEAR); // 3 + 2 s of 3.3
        assertThat(match.out.movesOutsideAllowance).isEqualTo(1);

        match.rules.act(match.game, Match.HOST, new PlayerAction.Move(103, 3), match.out);
        assertThat(match.host().x()).isCloseTo(9.6f, NEAR);

        match.clock.advance(1000);
        match.rules.act(match.game, Match.HOST, new PlayerAction.Move(103, 3), match.out);
        assertThat(match.host().x()).isCloseTo(12.9f, NEAR);

        match.clock.advance(100_000);
        match.rules.act(match.game, Match.HOST, new PlayerAction.Move(103, 3), match.out);
        assertThat(match.host().x()).isCloseTo(19.5f, NEAR);
        assertThat(match.host().y()).isEqualTo(3);
    }

    @Test
    void honestWalkingIsNeverShortened() {
        Match match = withMode(MovementMode.ENFORCE);
        float x = 3;
        for (int step = 0; step < 300; step++) {
            match.clock.advance(200);
            x += 0.6f; // 3 per second
            match.rules.act(match.game, Match.HOST, new PlayerAction.Move(x, 3), match.out);
            assertThat(match.host().x()).isEqualTo(x);
        }
        assertThat(match.out.movesOutsideAllowance).isZero();
    }

    @Test
    void anythingGoesWhenSwitchedOff() {
        Match match = withMode(MovementMode.OFF);
        match.rules.act(match.game, Match.HOST, new PlayerAction.Move(-190, 190), match.out);

        assertThat(match.host().x()).isEqualTo(-190);
        assertThat(match.out.movesOutsideAllowance).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OBSERVE", "ENFORCE", "OFF"})
    void theWorldHasAnEdge(String mode) {
        Match match = withMode(MovementMode.valueOf(mode));
        match.host().moveTo(199, -199);
        match.rules.act(match.game, Match.HOST, new PlayerAction.Move(1e30f, -1e30f), match.out);

        assertThat(match.host().x()).isEqualTo(200);
        assertThat(match.host().y()).isEqualTo(-200);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsDropped(float bad) {
        for (MovementMode mode : MovementMode.values()) {
            Match match = withMode(mode);
            match.rules.act(match.game, Match.HOST, new PlayerAction.Move(bad, 3), match.out);
            match.rules.act(match.game, Match.HOST, new PlayerAction.Move(3, bad), match.out);

            assertThat(match.host().x()).isEqualTo(3);
            assertThat(match.host().y()).isEqualTo(3);
            assertThat(match.out.drops)
                    .containsExactly(DropReason.INVALID_COORDINATE, DropReason.INVALID_COORDINATE);
        }
    }

    @Test
    void theDeadStay() {
        Match match = Match.started();
        match.kill(match.host());
        match.rules.act(match.game, Match.HOST, new PlayerAction.Move(4, 4), match.out);

        assertThat(match.host().x()).isEqualTo(3);
        assertThat(match.out.drops).containsExactly(DropReason.PLAYER_DEAD);
    }

    @Test
    void beforeTheStartAndOfStrangersIsDropped() {
        Match match = Match.prepared();
        match.rules.act(match.game, Match.HOST, new PlayerAction.Move(4, 4), match.out);
        match.rules.act(match.game, Match.STRANGER, new PlayerAction.Move(4, 4), match.out);

        assertThat(match.out.drops)
                .containsExactly(DropReason.GAME_NOT_STARTED, DropReason.NOT_IN_GAME);
    }
}
