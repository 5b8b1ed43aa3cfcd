package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.RoomData;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;

/** A database that is away costs a clear error, soon; what happened meanwhile is made up for later. */
class DatabaseOutageIntegrationTest {

    /** Two seconds are promised; the rest is for a machine that is busy with other tests. */
    private static final Duration PATIENCE = Duration.ofMillis(3000);

    private static EmbeddedPostgres postgres;
    private static FlakyProxy proxy;
    private static RunningLobby lobby;

    private FakeGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        proxy = new FlakyProxy(postgres.getPort());
        lobby =
                RunningLobby.onDatabase(
                        "jdbc:postgresql://localhost:" + proxy.port() + "/postgres", "postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        lobby.close();
        proxy.close();
        postgres.close();
    }

    @BeforeEach
    void connect() {
        gateway = FakeGateway.connect(lobby.port(), "gateway-1");
    }

    @AfterEach
    void disconnect() {
        proxy.become(FlakyProxy.Mode.WORKING);
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = FlakyProxy.Mode.class,
            names = {"SILENT", "BROKEN"})
    void refusesSoonAndRecovers(FlakyProxy.Mode outage) {
        int base = 10 * (outage.ordinal() + 1);
        FakeUser owner = gateway.logIn(base + 1);
        FakeUser member = gateway.logIn(base + 2);
        FakeUser other = gateway.logIn(base + 3);
        int room = owner.create("Pond", 4).getRoomId();
        member.join(room);
        owner.notification();

        proxy.become(outage);
        long start = System.nanoTime();
        member.gesture(1, 1);
        other.askToJoin(room);
        assertThat(other.rejection()).isEqualTo(ErrorCode.SERVER_BUSY);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
        member.logOut();
        gateway.control(GameMessages.ended(1_000_000 + base, "game-1", "CLEAR", other.id()));

        proxy.become(FlakyProxy.Mode.WORKING);
        // The member who went during the outage is taken out when the database is back.
        GamePacket told = owner.notification();
        assertThat(told.getLeaveRoomNotification().getUser().getUserId()).isEqualTo(member.id());
        await().atMost(Duration.ofSeconds(20)).until(() -> joins(other, room));
        gateway.control(GameMessages.ended(1_000_000 + base, "game-1", "CLEAR", other.id()));
        gateway.control(BodyCase.GAME_END_RECORDED);
        assertThat(other.list())
                .filteredOn(r -> r.getRoomId() == room)
                .first()
                .extracting(RoomData::getUsersCount)
                .isEqualTo(2);
    }

    private static boolean joins(FakeUser user, int room) {
        user.askToJoin(room);
        return user.answer().hasJoinRoomResponse();
    }
}
