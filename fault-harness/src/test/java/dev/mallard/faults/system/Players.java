package dev.mallard.faults.system;

import dev.mallard.bots.client.GameClient;
import dev.mallard.faults.run.TwoPlayerMatch;
import dev.mallard.protocol.message.RoomData;

import java.time.Duration;
import java.util.Map;

/** Brings clients to where a test needs them. */
final class Players {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final String PASSWORD = "quack-quack";

    /** Where passwords are not the matter: hashes that cost next to nothing. */
    static final Map<String, String> CHEAP_PASSWORDS =
            Map.of(
                    "MALLARD_GATEWAY_ACCOUNTS_HASHING_MEMORY", "64KB",
                    "MALLARD_GATEWAY_ACCOUNTS_HASHING_ITERATIONS", "1");

    private Players() {}

    static String email(String name) {
        return name + "@tests.mallard.com";
    }

    /** A client that is connected to a port of this machine. */
    static GameClient connect(int port) {
        return GameClient.connect("localhost", port, PATIENCE);
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
        return TwoPlayerMatch.start(host, guest, PATIENCE);
    }
}
