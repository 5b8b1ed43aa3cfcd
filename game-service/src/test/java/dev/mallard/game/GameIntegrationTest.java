package dev.mallard.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.TestGateway.Event;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.message.MonsterData;
import dev.mallard.protocol.message.PhaseType;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** The life of a game from its preparation to its end. */
class GameIntegrationTest extends PlayedGame {

    @Test
    void preparesAGameInTheRightOrder() throws InterruptedException {
        gateway.send(room());
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            events.add(gateway.next());
        }
        assertThat(((Event.Control) events.get(0)).message().getPlayersEntered().getUserIdsList())
                .containsExactly(host, guest);
        LinkControl created = ((Event.Control) events.get(1)).message();
        assertThat(created.getGameCreated().getGameId()).isEqualTo(game);
        assertThat(created.getGameCreated().getGameInstance()).isEqualTo("game-test");
        Event.Packet prepared = (Event.Packet) events.get(2);
        assertThat(prepared.type()).isEqualTo(3002);
        assertThat(prepared.receivers()).containsExactly(host);
        assertThat(prepared.content().getGamePrepareResponse().getMonstersCount()).isEqualTo(270);
        assertThat(prepared.content().getGamePrepareResponse().getObjectsPositionDataCount())
                .isEqualTo(111);
        Event.Packet announced = (Event.Packet) events.get(3);
        assertThat(announced.type()).isEqualTo(3003);
        assertThat(announced.receivers()).containsExactly(host, guest);
        assertThat(announced.content().getGamePrepareNotification().getRoom().getName())
                .isEqualTo("Pond");
    }

    @Test
    void doesNotCreateTheSameGameTwice() throws InterruptedException {
        prepare();
        gateway.send(room());
        assertThat(gateway.control(BodyCase.GAME_NOT_CREATED).getGameNotCreated().getError())
                .isEqualTo("GAME_CREATE_FAILED");
    }

    @Test
    void playsAGameUntilItIsLost() throws InterruptedException {
        start();

        gateway.request(guest, 1, "player_position_update_request { x: 5 y: 5 }");
        awaitPosition(guest, 5);
        gateway.request(guest, 1, "player_attack_request { player_dir_x: 1 }");
        assertThat(gateway.packet(4006).receivers()).containsExactly(host);
        gateway.request(host, 1, "player_attack_monster_request { player_dir_x: 1 monster_id: 1 }");
        Event.Packet hurt = gateway.packet(5010);
        assertThat(hurt.receivers()).containsExactly(host, guest);
        assertThat(hurt.content().getMonsterHpUpdateNotification().getMonsterId()).isEqualTo(1);
        gateway.request(guest, 1, "player_chatting_request { message: 'quack' }");
        gateway.packet(4025);
        gateway.done(guest);

        assertThat(
                        gateway.packet(8001)
                                .content()
                                .getGamePhaseUpdateNotification()
                                .getGameState()
                                .getPhaseType())
                .isEqualTo(PhaseType.NIGHT);
        Event.Packet wave = gateway.packet(5001);
        assertThat(wave.receivers()).containsExactly(host);
        placeWave(wave.content().getMonsterSpawnRequest().getMonstersList());
        assertThat(gateway.packet(5003).receivers()).containsExactly(host, guest);

        gateway.request(
                host, 1, "object_damaged_by_monster_request { object_id: 1 monster_id: 1 }");
        GameEnded ended = gateway.control(BodyCase.GAME_ENDED).getGameEnded();
        assertThat(ended.getGameId()).isEqualTo(game);
        assertThat(ended.getOutcome()).isEqualTo("CORE_DESTROYED");
        assertThat(ended.getGameInstance()).isEqualTo("game-test");
        assertThat(ended.getUserIdsList()).containsExactly(host, guest);
        assertThat(ended.getEndedAt()).isGreaterThan(ended.getStartedAt());

        gateway.send("game_end_recorded { game_id: " + game + " game_instance: 'game-test' }");
        assertThat(gateway.control(BodyCase.PLAYERS_RELEASED).getPlayersReleased().getUserIdsList())
                .containsExactly(host, guest);
        Event.Packet last = (Event.Packet) gateway.next();
        assertThat(last.type()).isEqualTo(6003);
        assertThat(last.receivers()).containsExactly(host, guest);
        Awaitility.await().until(() -> games.find(game) == null);
        gateway.request(host, 1, "player_open_box_request { item_box_id: 2 }");
        gateway.done(host);
        assertThat(meters.get("mallard.game.ended").tag("outcome", "CORE_DESTROYED").counter())
                .satisfies(counter -> assertThat(counter.count()).isPositive());
    }

    private void awaitPosition(int player, float x) throws InterruptedException {
        while (true) {
            var positions = gateway.packet(4002).content().getPlayerPositionUpdateNotification();
            if (positions.getPlayerPositionsList().stream()
                    .anyMatch(p -> p.getPlayerId() == player && p.getX() == x)) {
                return;
            }
        }
    }

    private void placeWave(List<MonsterData> monsters) {
        StringBuilder answer = new StringBuilder("monster_spawn_response {");
        for (MonsterData monster : monsters) {
            answer.append(" monsters { monster_id: ")
                    .append(monster.getMonsterId())
                    .append(" x: 100 y: 100 }");
        }
        gateway.request(host, 1, answer.append(" }").toString());
    }

    @Test
    void endsACancelledGame() throws InterruptedException {
        prepare();
        gateway.send("cancel_game { game_id: " + game + " game_instance: 'another' }");
        gateway.send("cancel_game { game_id: " + game + " }");
        assertThat(gateway.control(BodyCase.PLAYERS_RELEASED).getPlayersReleased().getGameId())
                .isEqualTo(game);
        assertThat(gateway.packet(6003).receivers()).containsExactly(host, guest);
    }
}
