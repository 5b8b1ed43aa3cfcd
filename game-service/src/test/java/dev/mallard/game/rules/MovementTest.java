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
        match.act(Match.GUEST, new PlayerAction.Move(7, 6.5f));
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
        match.act(Match.HOST, new PlayerAction.Move(3.5f, 3));
        match.tick();

        var positions = match.out.of(GameEvent.PlayerPositions.class);
        assertThat(positions).hasSize(3);
        assertThat(positions.get(1)).isSameAs(positions.get(0));
        assertThat(positions.get(2)).isNotEqualTo(positions.get(0));
    }

    @Test
    void tooFarIsTakenAsSentAndCounted() {
        Match match = Match.started();
        match.act(Match.HOST, new PlayerAction.Move(100, 3));

        assertThat(match.host().x()).isEqualTo(100);
        assertThat(match.out.movesOutsideAllowance).isEqualTo(1);
    }

    @Test
    void tooFarIsShortenedWhenEnforced() {
        Match match = withMode(MovementMode.ENFORCE);
        match.act(Match.HOST, new PlayerAction.Move(103, 3));
        assertThat(match.host().x()).isCloseTo(9.6f, NEAR); // 3 + 2 s of 3.3
        assertThat(match.out.movesOutsideAllowance).isEqualTo(1);

        match.act(Match.HOST, new PlayerAction.Move(103, 3));
        assertThat(match.host().x()).isCloseTo(9.6f, NEAR);

        match.clock.advance(1000);
        match.act(Match.HOST, new PlayerAction.Move(103, 3));
        assertThat(match.host().x()).isCloseTo(12.9f, NEAR);

        match.clock.advance(100_000);
        match.act(Match.HOST, new PlayerAction.Move(103, 3));
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
            match.act(Match.HOST, new PlayerAction.Move(x, 3));
            assertThat(match.host().x()).isEqualTo(x);
        }
        assertThat(match.out.movesOutsideAllowance).isZero();
    }

    @Test
    void anythingGoesWhenSwitchedOff() {
        Match match = withMode(MovementMode.OFF);
        match.act(Match.HOST, new PlayerAction.Move(-190, 190));

        assertThat(match.host().x()).isEqualTo(-190);
        assertThat(match.out.movesOutsideAllowance).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OBSERVE", "ENFORCE", "OFF"})
    void theWorldHasAnEdge(String mode) {
        Match match = withMode(MovementMode.valueOf(mode));
        match.host().moveTo(199, -199);
        match.act(Match.HOST, new PlayerAction.Move(1e30f, -1e30f));

        assertThat(match.host().x()).isEqualTo(200);
        assertThat(match.host().y()).isEqualTo(-200);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsDropped(float bad) {
        for (MovementMode mode : MovementMode.values()) {
            Match match = withMode(mode);
            match.act(Match.HOST, new PlayerAction.Move(bad, 3));
            match.act(Match.HOST, new PlayerAction.Move(3, bad));

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
        match.act(Match.HOST, new PlayerAction.Move(4, 4));

        assertThat(match.host().x()).isEqualTo(3);
        assertThat(match.out.drops).containsExactly(DropReason.PLAYER_DEAD);
    }

    @Test
    void beforeTheStartAndOfStrangersIsDropped() {
        Match match = Match.prepared();
        match.act(Match.HOST, new PlayerAction.Move(4, 4));
        match.act(Match.STRANGER, new PlayerAction.Move(4, 4));

        assertThat(match.out.drops)
                .containsExactly(DropReason.GAME_NOT_STARTED, DropReason.NOT_IN_GAME);
    }
}
