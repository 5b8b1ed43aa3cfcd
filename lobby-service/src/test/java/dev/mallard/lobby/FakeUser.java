package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.lobby.FakeGateway.Event;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.message.C2SCreateRoomRequest;
import dev.mallard.protocol.message.C2SGamePrepareRequest;
import dev.mallard.protocol.message.C2SGetRoomListRequest;
import dev.mallard.protocol.message.C2SJoinRoomRequest;
import dev.mallard.protocol.message.C2SLeaveRoomRequest;
import dev.mallard.protocol.message.C2SPlayerAttackRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;
import dev.mallard.protocol.message.RoomData;

import java.util.List;

/** A user who is logged in at a fake gateway. */
public record FakeUser(FakeGateway gateway, int id, long sessionNumber) {

    public void logOut() {
        gateway.closeSession(id, sessionNumber);
    }

    public RoomData create(String name, int capacity) {
        return created(requestCreate(name, capacity));
    }

    private static RoomData created(GamePacket answer) {
        assertThat(answer.getPayloadCase()).isEqualTo(PayloadCase.CREATE_ROOM_RESPONSE);
        assertThat(answer.getCreateRoomResponse().getSuccess()).isTrue();
        return answer.getCreateRoomResponse().getRoom();
    }

    /** Asks for a room and gives back the answer, whatever it is. */
    public GamePacket requestCreate(String name, int capacity) {
        ask(
                GamePacket.newBuilder()
                        .setCreateRoomRequest(
                                C2SCreateRoomRequest.newBuilder()
                                        .setRoomName(name)
                                        .setMaxUserNum(capacity))
                        .build());
        return answer();
    }

    public RoomData join(int roomId) {
        askToJoin(roomId);
        GamePacket answer = answer();
        assertThat(answer.getPayloadCase()).isEqualTo(PayloadCase.JOIN_ROOM_RESPONSE);
        assertThat(answer.getJoinRoomResponse().getSuccess()).isTrue();
        return answer.getJoinRoomResponse().getRoom();
    }

    public void askToJoin(int roomId) {
        ask(
                GamePacket.newBuilder()
                        .setJoinRoomRequest(C2SJoinRoomRequest.newBuilder().setRoomId(roomId))
                        .build());
    }

    public void askToLeave() {
        ask(
                GamePacket.newBuilder()
                        .setLeaveRoomRequest(C2SLeaveRoomRequest.getDefaultInstance())
                        .build());
    }

    public void leave() {
        askToLeave();
        assertThat(answer().getLeaveRoomResponse().getSuccess()).isTrue();
    }

    public List<RoomData> list() {
        ask(
                GamePacket.newBuilder()
                        .setGetRoomListRequest(C2SGetRoomListRequest.getDefaultInstance())
                        .build());
        GamePacket answer = answer();
        assertThat(answer.getPayloadCase()).isEqualTo(PayloadCase.GET_ROOM_LIST_RESPONSE);
        return answer.getGetRoomListResponse().getRoomsList();
    }

    public void askToPrepare() {
        ask(
                GamePacket.newBuilder()
                        .setGamePrepareRequest(C2SGamePrepareRequest.getDefaultInstance())
                        .build());
    }

    public void gesture(float x, float y) {
        ask(
                GamePacket.newBuilder()
                        .setPlayerAttackRequest(
                                C2SPlayerAttackRequest.newBuilder()
                                        .setPlayerDirX(x)
                                        .setPlayerDirY(y))
                        .build());
    }

    public void ask(GamePacket request) {
        gateway.request(id, sessionNumber, request);
    }

    /** What comes next, which has to be the answer to an open request. */
    public GamePacket answer() {
        Event event = gateway.next(id);
        assertThat(event).isInstanceOf(Event.Packet.class);
        assertThat(((Event.Packet) event).answer()).isTrue();
        return ((Event.Packet) event).packet();
    }

    /** What comes next, which has to be an error that answers an open request. */
    public ErrorCode rejection() {
        return FakeGateway.error(answer());
    }

    /** What comes next, which has to be a packet that answers nothing. */
    public GamePacket notification() {
        Event event = gateway.next(id);
        assertThat(event).isInstanceOf(Event.Packet.class);
        assertThat(((Event.Packet) event).answer()).isFalse();
        return ((Event.Packet) event).packet();
    }

    /** What comes next, which has to be the end of an open request without a packet. */
    public void done() {
        assertThat(gateway.next(id)).isEqualTo(new Event.Done());
    }

    /** Nothing has come until now: the next thing that comes is the answer to what is asked now. */
    public void hasHeardNothing() {
        list();
    }
}
