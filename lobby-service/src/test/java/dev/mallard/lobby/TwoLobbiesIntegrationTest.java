package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.RoomStateType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Two lobbies on one PostgreSQL database: to users they are one. */
class TwoLobbiesIntegrationTest {

    private static final AtomicInteger USERS = new AtomicInteger();

    private static EmbeddedPostgres postgres;
    private static RunningLobby firstLobby;
    private static RunningLobby secondLobby;

    /** One gateway's links to both lobbies. */
    private FakeGateway first;

    private FakeGateway second;

    /** How often each link has told a user that a room is gone. */
    private final Map<FakeGateway, Integer> tellings = new HashMap<>();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        String url = postgres.getJdbcUrl("postgres", "postgres");
        firstLobby = RunningLobby.sharing(url, "lobby-1");
        secondLobby = RunningLobby.sharing(url, "lobby-2");
    }

    @AfterAll
    static void stop() throws IOException {
        firstLobby.close();
        secondLobby.close();
        postgres.close();
    }

    @BeforeEach
    void connect() {
        first = FakeGateway.connect(firstLobby.port(), "gateway-1");
        second = FakeGateway.connect(secondLobby.port(), "gateway-1");
    }

    @AfterEach
    void disconnect() {
        first.close();
        second.close();
    }

    /** Logs a user in at both lobbies; the handles send to one each. */
    private int logIn() {
        int user = USERS.incrementAndGet();
        first.logIn(user);
        second.logIn(user);
        return user;
    }

    @Test
    void servesTheSameRooms() {
        FakeUser owner = first.user(logIn(), 1);
        FakeUser member = second.user(logIn(), 1);
        int room = owner.create("Pond", 4).getRoomId();

        assertThat(member.join(room).getUsersList()).hasSize(2);

        // The lobby that has served the member tells the owner over its own link.
        assertThat(second.user(owner.id(), 1).notification().hasJoinRoomNotification()).isTrue();
        owner.leave();
        assertThat(first.user(member.id(), 1).notification().hasLeaveRoomResponse()).isTrue();
        assertThat(member.list()).noneMatch(r -> r.getRoomId() == room);
    }

    @Test
    void aDisconnectTakesEffectOnce() {
        FakeUser owner = first.user(logIn(), 1);
        FakeUser member = second.user(logIn(), 1);
        int room = owner.create("Pond", 4).getRoomId();
        member.join(room);
        second.user(owner.id(), 1).notification();

        first.closeSession(member.id(), 1);
        second.closeSession(member.id(), 1);
        first.openSession(member.id(), 2);
        second.openSession(member.id(), 2);
        assertThat(first.accepted(member.id(), 2).getPlace()).isEqualTo(Location.Place.LOBBY);
        assertThat(second.accepted(member.id(), 2).getPlace()).isEqualTo(Location.Place.LOBBY);

        int told = 0;
        for (FakeGateway link : List.of(first, second)) {
            FakeUser here = link.user(owner.id(), 1);
            here.askToLeave();
            GamePacket packet = packet(link, owner.id());
            while (packet.hasLeaveRoomNotification()) {
                told++;
                packet = packet(link, owner.id());
            }
        }
        assertThat(told).isEqualTo(1);
    }

    private static GamePacket packet(FakeGateway gateway, int user) {
        return ((FakeGateway.Event.Packet) gateway.next(user)).packet();
    }

    @Test
    void theLastSeatIsTakenOnce() {
        FakeUser owner = first.user(logIn(), 1);
        int room = owner.create("Pond", 3).getRoomId();
        List<FakeUser> racers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            racers.add((i % 2 == 0 ? first : second).user(logIn(), 1));
        }

        racers.forEach(racer -> racer.askToJoin(room));

        Set<Integer> inside = new HashSet<>();
        for (FakeUser racer : racers) {
            GamePacket answer = answerAmongNotifications(racer);
            if (answer.hasJoinRoomResponse()) {
                inside.add(racer.id());
            } else {
                assertThat(FakeGateway.error(answer)).isEqualTo(ErrorCode.ROOM_FULL);
            }
        }
        assertThat(inside).hasSize(2);
        FakeUser witness = second.user(logIn(), 1);
        RoomData after =
                witness.list().stream()
                        .filter(r -> r.getRoomId() == room)
                        .findFirst()
                        .orElseThrow();
        assertThat(after.getUsersList())
                .extracting(user -> user.getUserId())
                .containsAll(inside)
                .hasSize(3);
    }

    private static GamePacket answerAmongNotifications(FakeUser user) {
        FakeGateway.Event event = user.gateway().next(user.id());
        while (event instanceof FakeGateway.Event.Packet(boolean answer, GamePacket packet)) {
            if (answer) {
                return packet;
            }
            event = user.gateway().next(user.id());
        }
        throw new AssertionError("no packet: " + event);
    }

    @Test
    void newsOfAGameMayComeToEitherLobby() {
        FakeUser owner = first.user(logIn(), 1);
        int room = owner.create("Pond", 4).getRoomId();
        owner.askToPrepare();
        owner.done();
        first.control(BodyCase.PREPARE_GAME);

        second.control(GameMessages.created(room, "game-1"));
        second.control(GameMessages.ended(room, "game-1", "CLEAR", owner.id()));
        second.control(BodyCase.GAME_END_RECORDED);
        first.control(GameMessages.ended(room, "game-1", "CLEAR", owner.id()));
        first.control(BodyCase.GAME_END_RECORDED);

        assertThat(owner.create("Lake", 2).getRoomId()).isGreaterThan(room);
    }

    @Test
    void aLobbyThatStopsHandsNothingOver() {
        String url = postgres.getJdbcUrl("postgres", "postgres");
        FakeUser owner = first.user(logIn(), 1);
        FakeUser member = first.user(logIn(), 1);
        int room;
        try (RunningLobby third = RunningLobby.sharing(url, "lobby-3");
                FakeGateway link = FakeGateway.connect(third.port(), "gateway-1")) {
            FakeUser ownerThere = link.logIn(owner.id());
            FakeUser memberThere = link.logIn(member.id());
            room = ownerThere.create("Pond", 4).getRoomId();
            memberThere.join(room);
            ownerThere.notification();
            ownerThere.askToPrepare();
            ownerThere.done();
            link.control(BodyCase.PREPARE_GAME);
        }

        second.control(GameMessages.created(room, "game-1"));
        await().until(
                        () ->
                                owner.list().stream()
                                        .anyMatch(
                                                r ->
                                                        r.getRoomId() == room
                                                                && r.getState()
                                                                        == RoomStateType.PLAY));
        second.control(GameMessages.ended(room, "game-1", "CLEAR", owner.id(), member.id()));
        second.control(BodyCase.GAME_END_RECORDED);
        assertThat(member.create("Lake", 2).getRoomId()).isGreaterThan(room);
    }

    @Test
    void aRoomThatHasWaitedTooLongIsDissolvedOnce() {
        FakeUser owner = first.user(logIn(), 1);
        int room = owner.create("Pond", 4).getRoomId();

        firstLobby.age(room);
        FakeUser witness = second.user(logIn(), 1);
        await().until(() -> witness.list().stream().noneMatch(r -> r.getRoomId() == room));

        // Either lobby may be the one that tells, right after the room is gone.
        await().until(() -> told(first, owner.id()) + told(second, owner.id()) == 1);
        assertThat(told(first, owner.id()) + told(second, owner.id())).isEqualTo(1);
    }

    /** How often a link has told a user that the room is gone, until now. */
    private int told(FakeGateway gateway, int user) {
        gateway.user(user, 1).askToJoin(-1);
        GamePacket packet = packet(gateway, user);
        while (packet.hasLeaveRoomResponse()) {
            tellings.merge(gateway, 1, Integer::sum);
            packet = packet(gateway, user);
        }
        return tellings.getOrDefault(gateway, 0);
    }
}
