package dev.mallard.lobby;

import dev.mallard.protocol.message.User;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A lobby on the default database, and three users at a gateway, new ones for each test. */
abstract class LobbyScenario {

    static final AtomicInteger USERS = new AtomicInteger();

    @TempDir static Path folder;

    static RunningLobby lobby;

    /** The oldest link gets what the lobby has to say about users of earlier tests. */
    private static FakeGateway janitor;

    FakeGateway gateway;
    FakeUser owner;
    FakeUser member;
    FakeUser other;

    @BeforeAll
    static void start() {
        lobby = RunningLobby.on(folder);
        janitor = FakeGateway.connect(lobby.port(), "janitor");
    }

    @AfterAll
    static void stop() {
        janitor.close();
        lobby.close();
    }

    @BeforeEach
    void connect() {
        gateway = FakeGateway.connect(lobby.port(), "gateway-1");
        owner = gateway.logIn(USERS.incrementAndGet());
        member = gateway.logIn(USERS.incrementAndGet());
        other = gateway.logIn(USERS.incrementAndGet());
    }

    @AfterEach
    void disconnect() {
        gateway.close();
    }

    static User user(FakeUser user) {
        return User.newBuilder().setUserId(user.id()).setName("user" + user.id()).build();
    }
}
