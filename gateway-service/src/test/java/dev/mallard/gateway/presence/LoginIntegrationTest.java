package dev.mallard.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.gateway.client.SessionPhase;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.message.PlayersEntered;
import dev.mallard.protocol.link.message.SessionClosed;
import dev.mallard.protocol.link.message.SessionOpened;
import dev.mallard.protocol.link.message.SessionSuperseded;
import dev.mallard.protocol.message.GamePacket.PayloadCase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Logging in, being logged in only once, and coming back to a game. */
class LoginIntegrationTest {

    private static final int GAME_ID = 42;

    private FakeService lobby;
    private FakeService otherLobby;
    private FakeService game;
    private RunningGateway gateway;

    @BeforeEach
    void start() {
        lobby = new FakeService("lobby", "lobby-1").start();
        otherLobby = new FakeService("lobby", "lobby-2").start();
        game = new FakeService("game", "game-1").start();
        gateway =
                new RunningGateway(
                                lobby.address() + "," + otherLobby.address(),
                                game.address(),
                                "mallard.gateway.client.event-loops=2",
                                "mallard.gateway.upstream.session-timeout=2s")
                        .awaitLinks();
    }

    @AfterEach
    void stop() {
        gateway.close();
        lobby.close();
        otherLobby.close();
        game.close();
    }

    @Test
    void everyServiceIsToldOfASessionAndOfItsEnd() throws Exception {
        TestClient client = gateway.loggedIn();
        List<SessionOpened> opened = new ArrayList<>();
        for (FakeService service : List.of(lobby, otherLobby, game)) {
            opened.add(service.control(BodyCase.SESSION_OPENED).getSessionOpened());
        }
        assertThat(opened).containsOnly(opened.getFirst());
        assertThat(opened.getFirst().getUserId()).isEqualTo(client.userId());
        client.close();
        for (FakeService service : List.of(lobby, otherLobby, game)) {
            assertThat(service.control(BodyCase.SESSION_CLOSED).getSessionClosed())
                    .isEqualTo(
                            SessionClosed.newBuilder()
                                    .setUserId(client.userId())
                                    .setSessionNumber(opened.getFirst().getSessionNumber())
                                    .build());
        }
    }

    @Test
    void aSecondLoginOnOneConnectionIsRefused() throws Exception {
        String name = gateway.newUser();
        try (TestClient client = gateway.connect().register(name).login(name)) {
            client.requestLogin(name);
            assertThat(client.readError()).isEqualTo("ALREADY_LOGGED_IN");
        }
    }

    @Test
    void theNewLoginWins() throws Exception {
        String name = gateway.newUser();
        try (TestClient first = gateway.connect().register(name).login(name);
                TestClient second = gateway.connect().login(name);
                TestClient third = gateway.connect().login(name)) {
            first.expectGetOut();
            second.expectGetOut();
            third.send(TestPackets.roomList());
            FakeService own = ownLobby();
            assertThat(own.request().sessionNumber()).isEqualTo(3);
            own.answer(TestPackets.rooms(), third.userId());
            third.read(PayloadCase.GET_ROOM_LIST_RESPONSE);
        }
    }

    @Test
    void aLoginAtAnotherGatewayEndsTheSession() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            game.control(client.userId(), superseded(client, 1));
            client.send(TestPackets.roomList());
            ownLobby().request();
            game.control(client.userId(), superseded(client, 2));
            client.expectGetOut();
        }
    }

    private static LinkControl.Builder superseded(TestClient client, long number) {
        return LinkControl.newBuilder()
                .setSessionSuperseded(
                        SessionSuperseded.newBuilder()
                                .setUserId(client.userId())
                                .setSessionNumber(number));
    }

    @Test
    void withoutALobbyNobodyLogsIn() throws Exception {
        String name = gateway.newUser();
        try (TestClient client = gateway.connect().register(name)) {
            lobby.kill();
            otherLobby.kill();
            await().until(() -> lobbiesDown());
            client.requestLogin(name);
            assertThat(client.readError()).isEqualTo("LOBBY_UNAVAILABLE");
            lobby.start();
            otherLobby.start();
            gateway.awaitLinks();
            client.login(name);
        }
    }

    private boolean lobbiesDown() {
        return gateway.links().stream()
                .filter(link -> link.instance().group().name().equals("lobby"))
                .noneMatch(link -> link.isUsable());
    }

    @Test
    void aLoginThatNoLobbyAcknowledgesFails() throws Exception {
        String name = gateway.newUser();
        lobby.acceptingSessions = false;
        otherLobby.acceptingSessions = false;
        try (TestClient client = gateway.connect().register(name)) {
            client.requestLogin(name).send(TestPackets.roomList());
            assertThat(client.readError()).isEqualTo("LOBBY_UNAVAILABLE");
            assertThat(client.readError()).isEqualTo("NOT_LOGGED_IN");
            lobby.control(BodyCase.SESSION_CLOSED);
            lobby.acceptingSessions = true;
            otherLobby.acceptingSessions = true;
            client.login(name);
        }
    }

    @Test
    void aLobbyThatDiesDuringALoginIsNotWaitedFor() throws Exception {
        String name = gateway.newUser();
        lobby.acceptingSessions = false;
        try (TestClient client = gateway.connect().register(name)) {
            client.requestLogin(name);
            lobby.control(BodyCase.SESSION_OPENED);
            lobby.kill();
            client.read(PayloadCase.LOGIN_RESPONSE);
        }
    }

    @Test
    void aClientThatLeavesDuringItsLoginLeavesNothingBehind() throws Exception {
        String name = gateway.newUser();
        lobby.acceptingSessions = false;
        try (TestClient client = gateway.connect().register(name)) {
            client.requestLogin(name);
            lobby.control(BodyCase.SESSION_OPENED);
        }
        lobby.control(BodyCase.SESSION_CLOSED);
        await().until(() -> gateway.counters().inPhase(SessionPhase.CLOSING) == 0);
    }

    @Test
    void aGamePacketTakesTheSeatThatWasKept() throws Exception {
        try (TestClient client = loggedInWithSeat()) {
            assertThat(game.control(BodyCase.RESUME_SEAT).getResumeSeat().getGameId())
                    .isEqualTo(GAME_ID);
            assertThat(gateway.counters().inPhase(SessionPhase.SEAT_OFFERED)).isEqualTo(1);
            client.send(TestPackets.position());
            assertThat(game.request().packetType()).isEqualTo(4001);
            client.send(TestPackets.roomList());
            assertThat(client.readError()).isEqualTo("ALREADY_IN_GAME");
        }
    }

    @Test
    void aLobbyPacketDeclinesTheSeatThatWasKept() throws Exception {
        try (TestClient client = loggedInWithSeat()) {
            client.send(TestPackets.roomList());
            FakeService own = ownLobby();
            assertThat(own.request().packetType()).isEqualTo(2006);
            for (FakeService service : List.of(own, game)) {
                assertThat(service.control(BodyCase.DECLINE_SEAT).getDeclineSeat().getUserId())
                        .isEqualTo(client.userId());
            }
            assertThat(gateway.counters().inPhase(SessionPhase.IN_LOBBY)).isEqualTo(1);
        }
    }

    @Test
    void aSeatOnAServiceThatIsAwayIsGivenUp() throws Exception {
        String name = gateway.newUser();
        int userId = placed(name, "game-9");
        try (TestClient client = gateway.connect().login(name)) {
            FakeService own = ownLobby(client);
            assertThat(own.control(BodyCase.DECLINE_SEAT).getDeclineSeat().getUserId())
                    .isEqualTo(userId);
        }
    }

    @Test
    void aGameThatBeginsDuringTheLoginIsOfferedAfterIt() throws Exception {
        String name = gateway.newUser();
        otherLobby.acceptingSessions = false;
        try (TestClient client = gateway.connect().register(name)) {
            client.requestLogin(name);
            SessionOpened opened = game.control(BodyCase.SESSION_OPENED).getSessionOpened();
            otherLobby.control(BodyCase.SESSION_OPENED);
            game.control(
                    opened.getUserId(),
                    LinkControl.newBuilder()
                            .setPlayersEntered(
                                    PlayersEntered.newBuilder()
                                            .setGameId(GAME_ID)
                                            .setGameInstance(game.instanceId())
                                            .addUserIds(opened.getUserId())));
            game.roundTrip(opened.getUserId());
            otherLobby.accept(opened);
            client.read(PayloadCase.LOGIN_RESPONSE);
            assertThat(game.control(BodyCase.RESUME_SEAT).getResumeSeat().getGameId())
                    .isEqualTo(GAME_ID);
        }
    }

    private TestClient loggedInWithSeat() throws Exception {
        String name = gateway.newUser();
        placed(name, game.instanceId());
        return gateway.connect().login(name);
    }

    /** Registers a user whom the services will find in a game, and says the user's id. */
    private int placed(String name, String instance) throws Exception {
        int userId;
        try (TestClient before = gateway.connect().register(name).login(name)) {
            userId = before.userId();
        }
        for (FakeService service : List.of(lobby, otherLobby, game)) {
            service.control(BodyCase.SESSION_CLOSED);
            service.place(
                    userId,
                    Location.newBuilder()
                            .setPlace(Location.Place.GAME)
                            .setRoomId(GAME_ID)
                            .setGameInstance(instance)
                            .build());
        }
        return userId;
    }

    /** The lobby where a request has just arrived, or will. */
    private FakeService ownLobby() {
        await().until(() -> lobby.hasRequest() || otherLobby.hasRequest());
        return lobby.hasRequest() ? lobby : otherLobby;
    }

    private FakeService ownLobby(TestClient client) throws Exception {
        client.send(TestPackets.roomList());
        return ownLobby();
    }
}
