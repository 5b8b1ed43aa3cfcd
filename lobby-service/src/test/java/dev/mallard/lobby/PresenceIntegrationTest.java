package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;
import dev.mallard.protocol.message.RoomData;

import org.junit.jupiter.api.Test;

/** What becomes of rooms when users disconnect, at each stage, over a link. */
class PresenceIntegrationTest extends GameScenario {

    private boolean roomExists() {
        return other.list().stream().anyMatch(r -> r.getRoomId() == room);
    }

    private static void assertLeft(GamePacket told, FakeUser who) {
        assertThat(told.getPayloadCase()).isEqualTo(PayloadCase.LEAVE_ROOM_NOTIFICATION);
        assertThat(told.getLeaveRoomNotification().getUser().getUserId()).isEqualTo(who.id());
    }

    @Test
    void aUserInNoRoomJustGoes() {
        other.logOut();

        gateway.openSession(other.id(), 2);
        assertThat(gateway.accepted(other.id(), 2).getPlace()).isEqualTo(Location.Place.LOBBY);
        owner.hasHeardNothing();
    }

    @Test
    void aMemberWhoDisconnectsLeaves() {
        member.logOut();

        assertLeft(owner.notification(), member);
        gateway.openSession(member.id(), 2);
        assertThat(gateway.accepted(member.id(), 2).getPlace()).isEqualTo(Location.Place.LOBBY);
    }

    @Test
    void anOwnerWhoDisconnectsDissolvesTheRoom() {
        owner.logOut();

        assertThat(member.notification().hasLeaveRoomResponse()).isTrue();
        assertThat(roomExists()).isFalse();
    }

    @Test
    void aMemberWhoDisconnectsDuringPreparationLeaves() {
        prepare();

        member.logOut();

        assertLeft(owner.notification(), member);
        gateway.control(GameMessages.created(room, "game-1"));
        gateway.control(GameMessages.ended(room, "game-1", "CLEAR", owner.id()));
        gateway.control(BodyCase.GAME_END_RECORDED);
    }

    @Test
    void anOwnerWhoDisconnectsDuringPreparationCancelsIt() {
        prepare();

        owner.logOut();

        assertThat(member.notification().hasLeaveRoomResponse()).isTrue();
        LinkControl cancelled = gateway.control(BodyCase.CANCEL_GAME);
        assertThat(cancelled.getCancelGame().getGameId()).isEqualTo(room);
        assertThat(roomExists()).isFalse();
        gateway.control(GameMessages.created(room, "game-1"));
        assertThat(gateway.control(BodyCase.CANCEL_GAME).getCancelGame().getGameInstance())
                .isEqualTo("game-1");
    }

    @Test
    void duringTheGameTheGameDecides() {
        prepare();
        gateway.control(GameMessages.created(room, "game-1"));

        member.logOut();
        owner.logOut();

        gateway.openSession(member.id(), 2);
        assertThat(gateway.accepted(member.id(), 2).getPlace()).isEqualTo(Location.Place.GAME);
        gateway.openSession(owner.id(), 2);
        assertThat(gateway.accepted(owner.id(), 2).getPlace()).isEqualTo(Location.Place.GAME);
    }

    @Test
    void aNewLoginElsewhereEndsTheOldSessionFirst() {
        try (FakeGateway second = FakeGateway.connect(lobby.port(), "gateway-2")) {
            second.openSession(member.id(), 2);

            assertThat(second.accepted(member.id(), 2).getPlace()).isEqualTo(Location.Place.LOBBY);
            LinkControl superseded = gateway.control(BodyCase.SESSION_SUPERSEDED);
            assertThat(superseded.getSessionSuperseded().getUserId()).isEqualTo(member.id());
            assertThat(superseded.getSessionSuperseded().getSessionNumber()).isEqualTo(2);
            assertLeft(owner.notification(), member);

            FakeUser again = second.user(member.id(), 2);
            again.join(room);
            owner.notification();
            // The old gateway's news of the end of the old session come late.
            member.logOut();
            again.hasHeardNothing();
            assertThat(
                            again.list().stream()
                                    .filter(r -> r.getRoomId() == room)
                                    .findFirst()
                                    .orElseThrow()
                                    .getUsersList())
                    .hasSize(2);
        }
    }

    @Test
    void aLoginOfAnOlderSessionIsRefused() {
        other.logOut();
        gateway.openSession(other.id(), 7);
        gateway.accepted(other.id(), 7);

        gateway.openSession(other.id(), 6);

        assertThat(gateway.control(BodyCase.SESSION_SUPERSEDED).getSessionSuperseded())
                .satisfies(message -> assertThat(message.getSessionNumber()).isEqualTo(7));
    }

    @Test
    void theUsersOfAGatewayThatDiesAreDisconnected() {
        try (FakeGateway second = FakeGateway.connect(lobby.port(), "gateway-2")) {
            FakeUser remote = second.logIn(USERS.incrementAndGet());
            remote.join(room);
            owner.notification();
            member.notification();

            second.breakOff();

            assertLeft(owner.notification(), remote);
            assertLeft(member.notification(), remote);
        }
    }

    @Test
    void aGatewayThatDiesDuringPreparationDissolvesItsOwnersRooms() {
        try (FakeGateway second = FakeGateway.connect(lobby.port(), "gateway-2")) {
            FakeUser remote = second.logIn(USERS.incrementAndGet());
            int remoteRoom = remote.create("Lake", 4).getRoomId();
            other.join(remoteRoom);
            remote.notification();
            remote.askToPrepare();
            remote.done();
            second.control(BodyCase.PREPARE_GAME);

            second.breakOff();

            assertThat(other.notification().hasLeaveRoomResponse()).isTrue();
            assertThat(gateway.control(BodyCase.CANCEL_GAME).getCancelGame().getGameId())
                    .isEqualTo(remoteRoom);
            // The game that the dead gateway had asked for is wanted by nobody.
            gateway.control(GameMessages.created(remoteRoom, "game-1"));
            assertThat(gateway.control(BodyCase.CANCEL_GAME).getCancelGame().getGameInstance())
                    .isEqualTo("game-1");
            assertThat(other.create("Sea", 2).getRoomId()).isGreaterThan(remoteRoom);
        }
    }

    @Test
    void theUsersOfAGatewayThatComesBackInTimeStay() {
        try (FakeGateway second = FakeGateway.connect(lobby.port(), "gateway-2")) {
            FakeUser remote = second.logIn(USERS.incrementAndGet());
            remote.join(room);
            owner.notification();
            member.notification();
            try (FakeGateway back = FakeGateway.connect(lobby.port(), "gateway-2")) {
                second.breakOff();
                back.announce(remote.id());

                Location location = back.accepted(remote.id(), 1);
                assertThat(location.getPlace()).isEqualTo(Location.Place.ROOM);
                assertThat(location.getRoomId()).isEqualTo(room);
                assertThat(back.user(remote.id(), 1).list())
                        .filteredOn(r -> r.getRoomId() == room)
                        .first()
                        .extracting(RoomData::getUsersCount)
                        .isEqualTo(3);
            }
        }
    }

    @Test
    void aGatewayMayAnnounceManyUsersAtOnce() {
        int first = USERS.getAndAdd(5000) + 1;
        int[] users = new int[5000];
        for (int i = 0; i < users.length; i++) {
            users[i] = first + i;
        }

        gateway.announce(users);

        for (int i = 0; i < users.length; i++) {
            assertThat(
                            gateway.control(BodyCase.SESSION_ACCEPTED)
                                    .getSessionAccepted()
                                    .getLocation()
                                    .getPlace())
                    .isEqualTo(Location.Place.LOBBY);
        }
        await().untilAsserted(() -> assertThat(roomExists()).isTrue());
    }
}
