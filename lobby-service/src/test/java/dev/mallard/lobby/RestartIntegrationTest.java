package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.RoomStateType;
import dev.mallard.protocol.message.User;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** What a lobby knows after it was away. */
class RestartIntegrationTest {

    @TempDir Path folder;

    @Test
    void keepsRoomsAndNeverUsesAnIdAgain() {
        int last;
        int room;
        try (RunningLobby lobby = RunningLobby.on(folder);
                FakeGateway gateway = FakeGateway.connect(lobby.port(), "gateway-1")) {
            room = gateway.logIn(1).create("Pond", 4).getRoomId();
            gateway.logIn(2).join(room);
            FakeUser third = gateway.logIn(3);
            last = third.create("Lake", 2).getRoomId();
            third.leave();
        }
        try (RunningLobby lobby = RunningLobby.on(folder);
                FakeGateway gateway = FakeGateway.connect(lobby.port(), "gateway-1")) {
            gateway.announce(1, 2, 3);
            for (int i = 0; i < 3; i++) {
                gateway.control(BodyCase.SESSION_ACCEPTED);
            }
            FakeUser third = gateway.user(3, 1);
            assertThat(third.list()).hasSize(1);
            RoomData kept = third.list().getFirst();
            assertThat(kept.getRoomId()).isEqualTo(room);
            assertThat(kept.getName()).isEqualTo("Pond");
            assertThat(kept.getUsersList()).extracting(User::getUserId).containsExactly(1, 2);
            assertThat(third.join(room).getUsersList()).hasSize(3);
            assertThat(gateway.user(1, 1).notification().hasJoinRoomNotification()).isTrue();
            assertThat(gateway.logIn(4).create("Sea", 2).getRoomId()).isGreaterThan(last);
        }
    }

    @Test
    void membersWhoWentMeanwhileLeave() {
        int room;
        int dissolved;
        try (RunningLobby lobby = RunningLobby.on(folder);
                FakeGateway gateway = FakeGateway.connect(lobby.port(), "gateway-1")) {
            room = gateway.logIn(1).create("Pond", 4).getRoomId();
            gateway.logIn(2).join(room);
            dissolved = gateway.logIn(3).create("Lake", 4).getRoomId();
            gateway.logIn(4).join(dissolved);
        }
        try (RunningLobby lobby =
                        RunningLobby.on(folder, "mallard.lobby.presence.settle-time=200ms");
                FakeGateway gateway = FakeGateway.connect(lobby.port(), "gateway-1")) {
            gateway.announce(1, 4);

            FakeUser owner = gateway.user(1, 1);
            assertThat(owner.notification().getLeaveRoomNotification().getUser().getUserId())
                    .isEqualTo(2);
            assertThat(gateway.user(4, 1).notification().hasLeaveRoomResponse()).isTrue();
            assertThat(owner.list()).extracting(RoomData::getRoomId).containsExactly(room);
        }
    }

    @Test
    void aLaterSessionDoesNotFindTheOldRoom() {
        try (RunningLobby lobby = RunningLobby.on(folder);
                FakeGateway gateway = FakeGateway.connect(lobby.port(), "gateway-1")) {
            int room = gateway.logIn(1).create("Pond", 4).getRoomId();
            gateway.logIn(2).join(room);
        }
        try (RunningLobby lobby = RunningLobby.on(folder);
                FakeGateway gateway = FakeGateway.connect(lobby.port(), "gateway-1")) {
            gateway.announce(1);
            gateway.accepted(1, 1);

            gateway.openSession(2, 2);

            assertThat(gateway.accepted(2, 2).getPlace()).isEqualTo(Location.Place.LOBBY);
            assertThat(gateway.user(1, 1).notification().hasLeaveRoomNotification()).isTrue();
        }
    }

    @Test
    void roomsEndWithTheirLifetimeWhoeverMadeThem() {
        int room;
        try (RunningLobby lobby = RunningLobby.on(folder);
                FakeGateway gateway = FakeGateway.connect(lobby.port(), "gateway-1")) {
            room = gateway.logIn(1).create("Pond", 4).getRoomId();
            gateway.logIn(2).join(room);
        }
        try (RunningLobby lobby = RunningLobby.on(folder);
                FakeGateway gateway = FakeGateway.connect(lobby.port(), "gateway-1")) {
            gateway.announce(1, 2);
            FakeUser owner = gateway.user(1, 1);
            FakeUser member = gateway.user(2, 1);
            owner.hasHeardNothing();

            lobby.age(room);

            assertThat(owner.notification().hasLeaveRoomResponse()).isTrue();
            assertThat(member.notification().hasLeaveRoomResponse()).isTrue();
            owner.hasHeardNothing();
            member.hasHeardNothing();
            assertThat(owner.list()).isEmpty();
        }
    }

    @Test
    void playingRoomsOutliveTheLifetimeButNotTheirPlayers() {
        int room;
        try (RunningLobby lobby = RunningLobby.on(folder);
                FakeGateway gateway = FakeGateway.connect(lobby.port(), "gateway-1")) {
            FakeUser owner = gateway.logIn(1);
            room = owner.create("Pond", 4).getRoomId();
            owner.askToPrepare();
            owner.done();
            gateway.control(GameMessages.created(room, "game-1"));
            await().until(() -> owner.list().getFirst().getState() == RoomStateType.PLAY);
        }
        try (RunningLobby lobby =
                        RunningLobby.on(
                                folder,
                                "mallard.lobby.rooms.lifetime=1ms",
                                "mallard.lobby.presence.settle-time=0s",
                                "mallard.lobby.presence.abandoned-after=500ms",
                                "mallard.lobby.abandoned-interval=50ms");
                FakeGateway gateway = FakeGateway.connect(lobby.port(), "gateway-1")) {
            gateway.announce(1);
            assertThat(gateway.accepted(1, 1).getGameInstance()).isEqualTo("game-1");
            FakeUser spectator = gateway.logIn(2);
            assertThat(spectator.list()).extracting(RoomData::getRoomId).containsExactly(room);

            gateway.closeSession(1, 1);

            await().until(() -> spectator.list().isEmpty());
        }
    }

    @Test
    void aPreparationThatTheLobbyDidNotSurviveIsGivenUp() {
        try (RunningLobby lobby = RunningLobby.on(folder);
                FakeGateway gateway = FakeGateway.connect(lobby.port(), "gateway-1")) {
            FakeUser owner = gateway.logIn(1);
            gateway.logIn(2).join(owner.create("Pond", 4).getRoomId());
            owner.notification();
            owner.askToPrepare();
            owner.done();
            gateway.control(BodyCase.PREPARE_GAME);
        }
        try (RunningLobby lobby = RunningLobby.on(folder, "mallard.lobby.preparation.timeout=1s");
                FakeGateway gateway = FakeGateway.connect(lobby.port(), "gateway-1")) {
            gateway.announce(1, 2);
            for (int i = 0; i < 2; i++) {
                gateway.control(BodyCase.SESSION_ACCEPTED);
            }
            // What was created meanwhile is wanted by nobody now.
            assertThat(gateway.control(BodyCase.CANCEL_GAME).getCancelGame().getGameInstance())
                    .isEmpty();
            FakeUser owner = gateway.user(1, 1);
            FakeUser member = gateway.user(2, 1);
            await().until(() -> member.list().getFirst().getState() == RoomStateType.WAIT);
            assertThat(member.list().getFirst().getUsersList())
                    .extracting(User::getUserId)
                    .containsExactly(1, 2);
            assertThat(FakeGateway.error(owner.notification()))
                    .isEqualTo(ErrorCode.GAME_CREATE_FAILED);
            owner.askToPrepare();
            owner.done();
        }
    }

    @Test
    void aGameThatWasCreatedWhileTheLobbyWasAwayIsPlayed() {
        int room;
        try (RunningLobby lobby = RunningLobby.on(folder);
                FakeGateway gateway = FakeGateway.connect(lobby.port(), "gateway-1")) {
            FakeUser owner = gateway.logIn(1);
            room = owner.create("Pond", 4).getRoomId();
            owner.askToPrepare();
            owner.done();
            gateway.control(BodyCase.PREPARE_GAME);
        }
        // The time is long over when the first gateway comes.
        try (RunningLobby lobby = RunningLobby.on(folder, "mallard.lobby.preparation.timeout=2s");
                FakeGateway gateway = FakeGateway.connect(lobby.port(), "gateway-1")) {
            gateway.announce(1);
            gateway.control(BodyCase.SESSION_ACCEPTED);
            gateway.control(GameMessages.created(room, "game-1"));
            FakeUser owner = gateway.user(1, 1);
            await().until(() -> owner.list().getFirst().getState() == RoomStateType.PLAY);
        }
    }
}
