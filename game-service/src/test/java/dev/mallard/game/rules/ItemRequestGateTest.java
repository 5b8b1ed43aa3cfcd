package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.RuleViolation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Map;
import java.util.stream.Stream;

/** What all item, box and building requests have in common. */
class ItemRequestGateTest {

    @FunctionalInterface
    interface Request {
        void send(Match match, int playerId);
    }

    static Stream<Arguments> requests() {
        Map<String, Request> requests =
                Map.of(
                        "use", (m, p) -> m.act(p, new PlayerAction.UseItem(1)),
                        "open", (m, p) -> m.act(p, new PlayerAction.OpenBox(1)),
                        "take", (m, p) -> m.act(p, new PlayerAction.TakeFromBox(1, 7, 1)),
                        "put", (m, p) -> m.act(p, new PlayerAction.PutIntoBox(1, 7, 1)),
                        "pick up", (m, p) -> m.act(p, new PlayerAction.PickUp(3, 3)),
                        "drop", (m, p) -> m.act(p, new PlayerAction.DropItem(1, 1)),
                        "detach", (m, p) -> m.act(p, new PlayerAction.DetachItem(101)),
                        "combine", (m, p) -> m.act(p, new PlayerAction.CombineItems(101, 101)),
                        "build", (m, p) -> m.act(p, new PlayerAction.PlaceWall(901, 3, 3)));
        return requests.entrySet().stream()
                .map(request -> Arguments.of(request.getKey(), request.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isRefusedBeforeTheStart(String name, Request request) {
        Match match = Match.prepared();
        match.refused(RuleViolation.GAME_NOT_STARTED, () -> request.send(match, Match.GUEST));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isRefusedToTheDead(String name, Request request) {
        Match match = Match.started();
        match.kill(match.guest());
        match.refused(RuleViolation.PLAYER_DEAD, () -> request.send(match, Match.GUEST));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void ofAStrangerOrAnAbsentPlayerIsDropped(String name, Request request) {
        Match match = Match.started();
        match.rules.away(match.game, Match.GUEST, match.out);
        request.send(match, Match.STRANGER);
        request.send(match, Match.GUEST);
        assertThat(match.out.drops).hasSize(2).containsOnly(DropReason.NOT_IN_GAME);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isDroppedAfterTheEnd(String name, Request request) {
        Match match = Match.started();
        match.rules.stop(match.game);
        request.send(match, Match.GUEST);
        assertThat(match.out.drops).containsExactly(DropReason.GAME_ENDED);
        assertThat(match.out.sent).isEmpty();
    }
}
