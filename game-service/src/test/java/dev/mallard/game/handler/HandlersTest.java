package dev.mallard.game.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.google.protobuf.TextFormat;

import dev.mallard.game.loop.EndOfGame;
import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.rules.PlayerAction;
import dev.mallard.game.support.ManualTime;
import dev.mallard.game.support.RecordingLink;
import dev.mallard.game.support.TestRules;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.ObjectPosition;
import dev.mallard.game.world.RuleViolation;
import dev.mallard.game.world.RuleViolationException;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.link.server.Outbound;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.link.server.SessionDirectory;
import dev.mallard.protocol.message.GamePacket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

class HandlersTest {

    private static final int ME = 5;
    private static final int HOST = 4;

    private final List<Object> events = new ArrayList<>();
    private final Notifications out = (audience, event) -> events.add(event);
    private final Game game =
            TestRules.standard()
                    .create(
                            7,
                            HOST,
                            List.of(new Member(HOST, "host"), new Member(ME, "me")),
                            new SplittableRandom(1),
                            new ManualTime(),
                            (audience, event) -> {});
    private final GameRules rules = mock(GameRules.class);
    private final CurrentGame currentGame = new CurrentGame();
    private final GameActions actions = new GameActions(currentGame, rules);
    private final Map<PacketType, PacketHandler> handlers = AllHandlers.of(actions);

    /**
     * @param action what the rules are expected to be asked
     */
    record Row(String packet, PlayerAction action) {
        @Override
        public String toString() {
            return packet;
        }
    }

    static Stream<Row> requests() {
        return Stream.of(
                new Row(
                        "game_start_request { monsters { monster_id: 3 monster_code: 9 x: 1 y: 2 }"
                                + " objects { object_data { object_id: 2 } x: 3 y: 4 } }",
                        new PlayerAction.StartGame(
                                List.of(new MonsterPosition(3, 9, 1, 2)),
                                List.of(new ObjectPosition(2, 3, 4)))),
                new Row(
                        "player_position_update_request { x: 1.5 y: -2 }",
                        new PlayerAction.Move(1.5f, -2)),
                new Row(
                        "player_attack_request { player_dir_x: 0.5 player_dir_y: 1 }",
                        new PlayerAction.Swing(0.5f, 1)),
                new Row(
                        "player_attack_monster_request {"
                                + " player_dir_x: 0.5 player_dir_y: 1 monster_id: 3 }",
                        new PlayerAction.AttackMonster(3, 0.5f, 1)),
                new Row(
                        "player_get_item_request { position { x: 1 y: 2 } player_id: 99 }",
                        new PlayerAction.PickUp(1, 2)),
                new Row("player_get_item_request { position {} }", new PlayerAction.PickUp(0, 0)),
                new Row(
                        "player_use_item_request { item_data { item_code: 101 count: 9 } }",
                        new PlayerAction.UseItem(101)),
                new Row(
                        "player_damaged_by_monster_request { player_id: 99 monster_id: 3 }",
                        new PlayerAction.DamagedByMonster(3)),
                new Row("player_open_box_request { item_box_id: 2 }", new PlayerAction.OpenBox(2)),
                new Row(
                        "player_take_out_an_item_request {"
                                + " item_box_id: 2 item_code: 5 count: -1 }",
                        new PlayerAction.TakeFromBox(2, 5, -1)),
                new Row(
                        "player_put_an_item_request { item_box_id: 2 item_code: 5 count: 3 }",
                        new PlayerAction.PutIntoBox(2, 5, 3)),
                new Row(
                        "player_close_box_request { item_box_id: 2 }",
                        new PlayerAction.CloseBox(2)),
                new Row(
                        "player_chatting_request { player_id: 99 message: 'quack' }",
                        new PlayerAction.Chat("quack")),
                new Row(
                        "player_set_object_request { item_code: 902 position { x: 1 y: 2 } }",
                        new PlayerAction.PlaceWall(902, 1, 2)),
                new Row(
                        "item_detachment_request { item_code: 101 }",
                        new PlayerAction.DetachItem(101)),
                new Row(
                        "drop_item_request { item_data { item_code: 5 count: 2 } }",
                        new PlayerAction.DropItem(5, 2)),
                new Row(
                        "monster_spawn_response {"
                                + " monsters { monster_id: 271 monster_code: 201 x: 1 y: 2 } }",
                        new PlayerAction.SpawnWave(List.of(new MonsterPosition(271, 201, 1, 2)))),
                new Row(
                        "monster_move_request {"
                                + " monster_position_data { monster_id: 3 x: 1 y: 2 } }",
                        new PlayerAction.MoveMonsters(List.of(new MonsterPosition(3, 0, 1, 2)))),
                new Row(
                        "monster_attack_request { monster_id: 3 is_player: true target_id: 4 }",
                        new PlayerAction.ShowMonsterAttack(3, true, 4)),
                new Row(
                        "object_damaged_by_monster_request { object_id: 1 monster_id: 3 }",
                        new PlayerAction.ObjectHitByMonster(1, 3)),
                new Row(
                        "object_damaged_by_player_request { object_id: 2 player_dir_x: 1 }",
                        new PlayerAction.ObjectHitByPlayer(2)),
                new Row(
                        "item_combination_request { item_code1: 101 item_code2: 102 }",
                        new PlayerAction.CombineItems(101, 102)));
    }

    private void handle(String text) throws TextFormat.ParseException {
        GamePacket packet = TextFormat.parse(text, GamePacket.class);
        PacketType type = PacketCatalogue.get().typeOf(packet);
        Request request =
                new Request(
                        new RecordingLink("gateway").session(ME, 1),
                        type,
                        packet,
                        new Outbound(new SessionDirectory()),
                        Clock.systemUTC());
        PacketHandler handler = handlers.get(type);
        assertThat(handler).as("handler of %s", type).isNotNull();
        currentGame.during(
                new LiveGame(game, out, mock(EndOfGame.class)), () -> handler.handle(request));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void asksTheRuleOfEachPacketForTheSender(Row row) throws TextFormat.ParseException {
        handle(row.packet());
        verify(rules).act(game, ME, row.action(), out);
        verifyNoMoreInteractions(rules);
    }

    @Test
    void theTableAboveKnowsEveryHandler() throws TextFormat.ParseException {
        List<PacketType> types = new ArrayList<>();
        for (Row row : requests().toList()) {
            types.add(
                    PacketCatalogue.get().typeOf(TextFormat.parse(row.packet(), GamePacket.class)));
        }
        assertThat(handlers.keySet())
                .hasSize(21)
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(types));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "player_get_item_request { player_id: 5 }",
                "player_set_object_request { item_code: 901 }",
                "player_use_item_request {}",
                "drop_item_request {}"
            })
    void refusesARequestThatLacksAPart(String packet) {
        when(rules.mayAct(game, ME, out)).thenReturn(true);
        assertRejected(packet, ErrorCode.MALFORMED_PAYLOAD);
        verify(rules).mayAct(game, ME, out);
        verifyNoMoreInteractions(rules);
    }

    @ParameterizedTest
    @ValueSource(strings = {"player_get_item_request {}", "drop_item_request {}"})
    void whetherTheSenderMayActAtAllComesBeforeAMissingPart(String packet)
            throws TextFormat.ParseException {
        handle(packet);
        assertThat(events).isEmpty();
        when(rules.mayAct(game, ME, out))
                .thenThrow(new RuleViolationException(RuleViolation.PLAYER_DEAD));
        assertRejected(packet, ErrorCode.PLAYER_DEAD);
    }

    @Test
    void leavesAStartWithAnObjectThatIsNotNamedToTheRule() throws TextFormat.ParseException {
        handle("game_start_request { objects { x: 3 y: 4 } }");
        verify(rules)
                .act(
                        game,
                        ME,
                        new PlayerAction.StartGame(
                                List.of(),
                                List.of(new ObjectPosition(ObjectPosition.UNNAMED, 3, 4))),
                        out);
    }

    @Test
    void aStartWithAnObjectThatIsNotNamedIsRefusedToTheHostOnly() {
        List<ObjectPosition> objects = List.of(new ObjectPosition(ObjectPosition.UNNAMED, 3, 4));
        assertThatThrownBy(
                        () ->
                                TestRules.standard()
                                        .act(
                                                game,
                                                HOST,
                                                new PlayerAction.StartGame(List.of(), objects),
                                                out))
                .isInstanceOfSatisfying(
                        RuleViolationException.class,
                        refusal ->
                                assertThat(refusal.violation())
                                        .isEqualTo(RuleViolation.INVALID_START_DATA));
        assertThatThrownBy(
                        () ->
                                TestRules.standard()
                                        .act(
                                                game,
                                                ME,
                                                new PlayerAction.StartGame(List.of(), objects),
                                                out))
                .isInstanceOfSatisfying(
                        RuleViolationException.class,
                        refusal ->
                                assertThat(refusal.violation()).isEqualTo(RuleViolation.NOT_HOST));
    }

    @Test
    void tellsTheSenderWhichRuleWasViolated() {
        doThrow(new RuleViolationException(RuleViolation.BOX_IN_USE))
                .when(rules)
                .act(game, ME, new PlayerAction.OpenBox(2), out);
        assertRejected("player_open_box_request { item_box_id: 2 }", ErrorCode.BOX_IN_USE);
    }

    private void assertRejected(String packet, ErrorCode code) {
        assertThatThrownBy(() -> handle(packet))
                .isInstanceOfSatisfying(
                        RequestRejectedException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
        assertThat(events).isEmpty();
    }

    @Test
    void hasNoGameOutsideOfAGame() {
        assertThatThrownBy(currentGame::get).isInstanceOf(IllegalStateException.class);
    }
}
