package dev.mallard.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.TestGateway.Event;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What a client or a gateway can do wrong, and who notices. */
class BadRequestsIntegrationTest extends PlayedGame {

    @Test
    void refusesAGatewayWithTheWrongSecret() throws InterruptedException {
        try (TestGateway stranger = new TestGateway(server.port())) {
            stranger.hello("stranger", "wrong");
            assertThat(stranger.control(BodyCase.REFUSAL).getRefusal().getReason())
                    .isEqualTo(Refusal.Reason.WRONG_SECRET);
            stranger.awaitClosed();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    player_get_item_request { player_id: 1 }           | MALFORMED_PAYLOAD
                    player_use_item_request {}                         | MALFORMED_PAYLOAD
                    drop_item_request {}                               | MALFORMED_PAYLOAD
                    player_set_object_request { item_code: 901 }       | MALFORMED_PAYLOAD
                    game_start_request { objects { x: 1 } }            | GAME_ALREADY_STARTED
                    game_start_request {}                              | GAME_ALREADY_STARTED
                    player_open_box_request { item_box_id: 999 }       | BOX_NOT_FOUND
                    player_put_an_item_request { item_box_id: 2 }      | BOX_NOT_OPEN
                    drop_item_request { item_data { item_code: 1 } }   | INVALID_COUNT
                    player_chatting_request { message: ' ' }           | CHAT_EMPTY
                    item_combination_request { item_code1: 1 }         | COMBINE_MATERIAL_MISSING
                    """)
    void answersABadRequestWithItsError(String packet, String error) throws InterruptedException {
        start();
        gateway.rest();
        gateway.request(host, 1, packet);
        Event.Packet answer = gateway.packet(7001);
        assertThat(answer.answer()).isTrue();
        assertThat(answer.receivers()).containsExactly(host);
        assertThat(answer.content().getErrorNotification().getErrorMessage())
                .startsWith(error + ":");
        assertThat(answer.content().getErrorNotification().getClienterr()).isTrue();
    }

    @Test
    void onlyTheHostIsToldWhatIsWrongWithAStart() throws InterruptedException {
        prepare();
        gateway.request(guest, 1, "game_start_request { objects { x: 1 } }");
        assertThat(gateway.error()).isEqualTo("NOT_HOST");
        gateway.request(host, 1, "game_start_request { objects { x: 1 } }");
        assertThat(gateway.error()).isEqualTo("INVALID_START_DATA");
        gateway.request(host, 1, "player_use_item_request {}");
        assertThat(gateway.error()).isEqualTo("GAME_NOT_STARTED");
    }

    @Test
    void answersAPayloadThatIsNoPacket() throws InterruptedException {
        start();
        byte[] garbage = "no protobuf".getBytes(StandardCharsets.US_ASCII);
        gateway.request(guest, 1, PacketType.C_PLAYER_OPEN_BOX_REQUEST, garbage);
        assertThat(gateway.error()).isEqualTo("MALFORMED_PAYLOAD");
        gateway.request(guest, 1, "player_chatting_request { message: 'still here' }");
        gateway.packet(4025);
    }

    @Test
    void ignoresPacketsOfUsersWithoutAGameAndOfOldSessions() throws InterruptedException {
        gateway.request(guest, 1, "player_use_item_request {}");
        gateway.done(guest);
        start();
        gateway.logIn(guest, 2);
        gateway.request(guest, 1, "player_chatting_request { message: 'old' }");
        gateway.request(host, 1, "player_chatting_request { message: 'new' }");
        assertThat(gateway.packet(4025).content().getPlayerChattingNotification().getMessage())
                .isEqualTo("new");
    }

    @Test
    void aFloodInOneGameDelaysNoOther() throws InterruptedException {
        start();
        int calmGame = IDS.incrementAndGet();
        int calmHost = IDS.incrementAndGet();
        try (TestGateway calm = TestGateway.open(server.port(), "gateway-calm")) {
            calm.logIn(calmHost, 1);
            calm.send(
                    ("create_game { room { room_id: %d owner_id: %d name: 'Calm' max_user_num: 2"
                                    + " users { user_id: %d name: 'calm' } } }")
                            .formatted(calmGame, calmHost, calmHost));
            calm.packet(3003);
            StringBuilder moves = new StringBuilder("monster_move_request {");
            for (int monster = 1; monster <= 270; monster++) {
                moves.append(" monster_position_data { monster_id: ").append(monster).append(" }");
            }
            String flood = moves.append(" }").toString();
            byte[] payload = TestGateway.payload(flood);
            long slowest = 0;
            for (int round = 0; round < 20; round++) {
                for (int i = 0; i < 500; i++) {
                    gateway.request(guest, 1, PacketType.C_MONSTER_MOVE_REQUEST, payload);
                }
                long sent = System.nanoTime();
                calm.request(calmHost, 1, "player_open_box_request { item_box_id: 2 }");
                calm.packet(7001);
                slowest = Math.max(slowest, System.nanoTime() - sent);
            }
            assertThat(TimeUnit.NANOSECONDS.toMillis(slowest)).isLessThan(2_000);
            gateway.request(host, 1, "player_chatting_request { message: 'still here' }");
            gateway.packet(4025);
            assertThat(games.find(game)).isNotNull();
        }
    }
}
