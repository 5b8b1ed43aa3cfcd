package dev.mallard.game.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.TextFormat;

import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.MonsterRef;
import dev.mallard.game.world.MonsterTarget;
import dev.mallard.game.world.ObjectView;
import dev.mallard.game.world.Phase;
import dev.mallard.game.world.PlayerPosition;
import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.message.GamePacket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class GameEventEncoderTest {

    private static final List<MonsterPosition> MONSTERS =
            List.of(new MonsterPosition(3, 201, 1.5f, -2.25f));
    private static final String MONSTER = "{ monster_id: 3 monster_code: 201 x: 1.5 y: -2.25 }";
    private static final List<ObjectView> OBJECTS =
            List.of(
                    new ObjectView(1, 1, List.of(), 0, 0),
                    new ObjectView(
                            2,
                            3,
                            List.of(new ItemStack(801, 2), ItemStack.EMPTY, ItemStack.EMPTY),
                            4,
                            5));

    private final GameEventEncoder encoder = new GameEventEncoder(new RoomLabel("Pond", 4));

    static Stream<Row> events() {
        return Stream.of(
                row(
                        new GameEvent.GamePrepared(List.of(new MonsterRef(3, 201)), OBJECTS),
                        3002,
                        "game_prepare_response { success: true"
                                + " monsters { monster_id: 3 monster_code: 201 }"
                                + " objects_position_data {"
                                + " object_data { object_id: 1 object_code: 1 } }"
                                + " objects_position_data {"
                                + " object_data { object_id: 2 object_code: 3 }"
                                + " item_data { item_code: 801 count: 2 } item_data {} item_data {}"
                                + " x: 4 y: 5 } }"),
                row(
                        new GameEvent.GameAnnounced(
                                7, 11, List.of(new Member(11, "anna"), new Member(12, "ben"))),
                        3003,
                        "game_prepare_notification { room { room_id: 7 owner_id: 11 name: 'Pond'"
                                + " max_user_num: 4 state: PLAY users { name: 'anna' user_id: 11 }"
                                + " users { name: 'ben' user_id: 12 } } }"),
                row(
                        new GameEvent.GameStarted(
                                Phase.DAY,
                                123_456_789_012L,
                                List.of(new PlayerPosition(11, 3, 3)),
                                MONSTERS,
                                OBJECTS,
                                List.of(new ItemStack(1, 1), new ItemStack(101, 1))),
                        3006,
                        "game_start_notification {"
                                + " game_state { phase_type: DAY next_phase_at: 123456789012 }"
                                + " player_positions { player_id: 11 x: 3 y: 3 } monsters "
                                + MONSTER
                                + " objects { object_data { object_id: 1 object_code: 1 } }"
                                + " objects { object_data { object_id: 2 object_code: 3 }"
                                + " item_data { item_code: 801 count: 2 } item_data {} item_data {}"
                                + " x: 4 y: 5 }"
                                + " items { item_code: 1 count: 1 }"
                                + " items { item_code: 101 count: 1 } }"),
                row(
                        new GameEvent.PlayerPositions(
                                List.of(
                                        new PlayerPosition(11, 1, 2),
                                        new PlayerPosition(12, -0.1f, 200))),
                        4002,
                        "player_position_update_notification {"
                                + " player_positions { player_id: 11 x: 1 y: 2 }"
                                + " player_positions { player_id: 12 x: -0.1 y: 200 } }"),
                row(
                        new GameEvent.PlayerHitPoints(11, 85),
                        4003,
                        "player_hp_update_notification { player_id: 11 hp: 85 }"),
                row(
                        new GameEvent.PlayerSwung(11, 0.5f, -0.5f),
                        4006,
                        "player_attack_notification {"
                                + " player_id: 11 player_dir_x: 0.5 player_dir_y: -0.5 }"),
                row(
                        new GameEvent.PlayerDied(11),
                        4007,
                        "player_death_notification { player_id: 11 }"),
                row(
                        new GameEvent.FoodEaten(11, 2, 95, 100),
                        4010,
                        "player_eat_food_response { success: true"
                                + " item_data { item_code: 2 count: 1 } player_id: 11 hunger: 95"
                                + " player_hp: 100 }"),
                row(
                        new GameEvent.ItemWorn(11, 101),
                        4011,
                        "player_equip_weapon_response { success: true"
                                + " item_data { item_code: 101 count: 1 } player_id: 11 }"),
                row(
                        new GameEvent.BoxOpened(
                                11, 2, List.of(ItemStack.EMPTY, new ItemStack(5, 3))),
                        4014,
                        "player_open_box_notification { player_id: 11 item_box_id: 2 item_data {}"
                                + " item_data { item_code: 5 count: 3 } }"),
                row(
                        new GameEvent.ItemTaken(11, 2, new ItemStack(5, 3)),
                        4016,
                        "player_take_out_an_item_notification { player_id: 11 item_box_id: 2"
                                + " item_data { item_code: 5 count: 3 } success: true }"),
                row(
                        new GameEvent.ItemPut(
                                11,
                                2,
                                new ItemStack(5, 1),
                                List.of(new ItemStack(5, 4), ItemStack.EMPTY)),
                        4018,
                        "player_put_an_item_notification { player_id: 11 item_box_id: 2"
                                + " item_data { item_code: 5 count: 1 }"
                                + " object_datas { item_code: 5 count: 4 } object_datas {}"
                                + " success: true }"),
                row(
                        new GameEvent.BoxClosed(11, 2),
                        4020,
                        "player_close_box_notification { player_id: 11 item_box_id: 2 }"),
                row(
                        new GameEvent.ItemsSpawned(List.of(new GroundItem(301, 2, 1.25f, 7))),
                        4021,
                        "item_spawn_notification { items { position { x: 1.25 y: 7 }"
                                + " item_data { item_code: 301 count: 2 } } }"),
                row(
                        new GameEvent.ItemPickedUp(
                                11, "Item taken.", new GroundItem(301, 2, 1.25f, 7)),
                        4022,
                        "player_get_item_notification { success: true message: 'Item taken.'"
                                + " item { position { x: 1.25 y: 7 }"
                                + " item_data { item_code: 301 count: 2 } } player_id: 11 }"),
                row(
                        new GameEvent.PlayerHunger(11, 99),
                        4023,
                        "player_hunger_update_notification { player_id: 11 hunger: 99 }"),
                row(
                        new GameEvent.ChatSpoken(11, "quack"),
                        4025,
                        "player_chatting_notification { player_id: 11 message: 'quack' }"),
                row(
                        new GameEvent.PlayerRevived(11, 1, 2),
                        4026,
                        "player_revival_notification { player_id: 11 position { x: 1 y: 2 } }"),
                row(
                        new GameEvent.PlacementPaid(11, 901),
                        4028,
                        "player_set_object_response {"
                                + " success: true item_code: 901 player_id: 11 }"),
                row(
                        new GameEvent.ObjectPlaced(112, 30, 1, 2),
                        4029,
                        "object_set_notification {"
                                + " object_data { object_id: 112 object_code: 30 }"
                                + " position { x: 1 y: 2 } }"),
                row(
                        new GameEvent.ItemDetached(11, 101),
                        4033,
                        "item_detachment_notification { item_code: 101 player_id: 11 }"),
                row(
                        new GameEvent.ItemDropped(11, new ItemStack(5, 2)),
                        4035,
                        "drop_item_notification {"
                                + " item_data { item_code: 5 count: 2 } player_id: 11 }"),
                row(
                        new GameEvent.WaveAnnounced(List.of(new MonsterRef(271, 201))),
                        5001,
                        "monster_spawn_request {"
                                + " monsters { monster_id: 271 monster_code: 201 } }"),
                row(
                        new GameEvent.WaveStarted(MONSTERS),
                        5003,
                        "monster_wave_start_notification { monsters " + MONSTER + " }"),
                row(
                        new GameEvent.MonsterTargets(
                                List.of(new MonsterTarget(3, 11), new MonsterTarget(4, 0))),
                        5004,
                        "monster_awake_notification {"
                                + " monster_target { monster_id: 3 target_id: 11 }"
                                + " monster_target { monster_id: 4 } }"),
                row(
                        new GameEvent.MonsterDied(3),
                        5005,
                        "monster_death_notification { monster_id: 3 }"),
                row(
                        new GameEvent.MonstersMoved(MONSTERS),
                        5007,
                        "monster_move_notification { monster_position_data " + MONSTER + " }"),
                row(
                        new GameEvent.MonsterAttacked(3, true, 11),
                        5009,
                        "monster_attack_notification {"
                                + " monster_id: 3 is_player: true target_id: 11 }"),
                row(
                        new GameEvent.MonsterHitPoints(3, 0),
                        5010,
                        "monster_hp_update_notification { monster_id: 3 }"),
                row(
                        new GameEvent.ObjectHitPoints(1, 2995),
                        6001,
                        "object_hp_update_notification { object_id: 1 hp: 2995 }"),
                row(new GameEvent.GameOver(), 6003, "game_over_notification {}"),
                row(
                        new GameEvent.ObjectDestroyed(2),
                        6005,
                        "object_destroy_notification { object_id: 2 }"),
                row(
                        new GameEvent.PhaseChanged(Phase.NIGHT, 123_456_789_012L),
                        8001,
                        "game_phase_update_notification { game_state { phase_type: NIGHT"
                                + " next_phase_at: 123456789012 } }"),
                row(
                        new GameEvent.ItemsCombined(11, true, 101, 101, 102),
                        9002,
                        "item_combination_notification { success: true item_code1: 101"
                                + " item_code2: 101 item_result_code: 102 player_id: 11 }"),
                row(new GameEvent.GameCleared(), 9999, "game_clear_notification {}"));
    }

    /**
     * @param packet the expected packet in protobuf's text format
     */
    record Row(GameEvent event, int packetType, String packet) {}

    private static Row row(GameEvent event, int packetType, String packet) {
        return new Row(event, packetType, packet);
    }

    @ParameterizedTest
    @MethodSource("events")
    void makesThePacketOfEachEvent(Row row) throws TextFormat.ParseException {
        GamePacket packet = encoder.encode(row.event());
        assertThat(PacketCatalogue.get().typeOf(packet).id()).isEqualTo(row.packetType());
        assertThat(packet).isEqualTo(TextFormat.parse(row.packet(), GamePacket.class));
    }

    @Test
    void theTableAboveKnowsEveryEvent() {
        Set<Class<?>> known =
                events().<Class<?>>map(row -> row.event().getClass()).collect(Collectors.toSet());
        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList(GameEvent.class.getPermittedSubclasses()));
    }
}
