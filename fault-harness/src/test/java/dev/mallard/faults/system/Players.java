package dev.mallard.faults.system;

import dev.mallard.bots.client.GameClient;
import dev.mallard.protocol.message.C2SGameStartRequest;
import dev.mallard.protocol.message.MonsterData;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.S2CGamePrepareNotification;
import dev.mallard.protocol.message.S2CGamePrepareResponse;
import dev.mallard.protocol.message.S2CGameStartNotification;

import java.time.Duration;

/** Brings clients to where a test needs them. */
final class Players {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final String PASSWORD = "quack-quack";

    private static final float FAR_AWAY = 150;

    private Players() {}

    static String email(String name) {
        return name + "@tests.mallard.com";
    }

    /** A client that is logged in with a new account. */
    static GameClient newPlayer(SuiteProcesses suite, String name) throws InterruptedException {
        GameClient client = suite.connect();
        client.register(email(name), PASSWORD, name);
        client.login(email(name), PASSWORD);
        return client;
    }

    /** A client that is logged in with an account that exists. */
    static GameClient returningPlayer(SuiteProcesses suite, String name)
            throws InterruptedException {
        GameClient client = suite.connect();
        client.login(email(name), PASSWORD);
        return client;
    }

    /** Has two clients play a game with each other; no monster is near. */
    static RoomData startGame(GameClient host, GameClient guest) throws InterruptedException {
        RoomData room = host.createRoom("pond", 2).getRoom();
        guest.join(room.getRoomId());
        start(host);
        guest.awaitNotification(S2CGamePrepareNotification.class, PATIENCE);
        guest.awaitNotification(S2CGameStartNotification.class, PATIENCE);
        return room;
    }

    /** Prepares and starts the game of the host's room. */
    static void start(GameClient host) throws InterruptedException {
        S2CGamePrepareResponse prepared = host.prepare();
        C2SGameStartRequest.Builder places = C2SGameStartRequest.newBuilder();
        for (MonsterData monster : prepared.getMonstersList()) {
            places.addMonsters(
                    MonsterPositionData.newBuilder()
                            .setMonsterId(monster.getMonsterId())
                            .setMonsterCode(monster.getMonsterCode())
                            .setX(FAR_AWAY));
        }
        host.start(places.build());
    }
}
