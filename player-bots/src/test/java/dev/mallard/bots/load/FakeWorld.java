package dev.mallard.bots.load;

import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.ItemData;
import dev.mallard.protocol.message.MonsterData;
import dev.mallard.protocol.message.PlayerPositionData;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.S2CCreateRoomResponse;
import dev.mallard.protocol.message.S2CGameOverNotification;
import dev.mallard.protocol.message.S2CGamePrepareNotification;
import dev.mallard.protocol.message.S2CGamePrepareResponse;
import dev.mallard.protocol.message.S2CGameStartNotification;
import dev.mallard.protocol.message.S2CGetRoomListResponse;
import dev.mallard.protocol.message.S2CItemDetachmentNotification;
import dev.mallard.protocol.message.S2CJoinRoomResponse;
import dev.mallard.protocol.message.S2CLeaveRoomResponse;
import dev.mallard.protocol.message.S2CLoginResponse;
import dev.mallard.protocol.message.S2CMonsterSpawnRequest;
import dev.mallard.protocol.message.S2CMonsterWaveStartNotification;
import dev.mallard.protocol.message.S2CPlayerChattingNotification;
import dev.mallard.protocol.message.S2CPlayerEatFoodResponse;
import dev.mallard.protocol.message.S2CPlayerEquipWeaponResponse;
import dev.mallard.protocol.message.S2CPlayerPositionUpdateNotification;
import dev.mallard.protocol.message.S2CRegisterResponse;
import dev.mallard.protocol.message.User;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Accounts, rooms and games of a {@link FakeGateway}, by the simplest rules that clients can live with. */
final class FakeWorld {

    private static final int MONSTERS = 60;
    private static final int HITS_TO_THE_END = 30;

    private final Map<String, Integer> accounts = new HashMap<>();
    private final Map<Integer, List<FakePeer>> rooms = new HashMap<>();
    private final Map<Integer, Integer> coreHits = new HashMap<>();
    private int lastRoom;

    void handle(FakePeer peer, GamePacket packet) {
        switch (packet.getPayloadCase()) {
            case REGISTER_REQUEST -> {
                accounts.put(packet.getRegisterRequest().getEmail(), accounts.size() + 1);
                peer.send(packet().setRegisterResponse(S2CRegisterResponse.newBuilder()));
            }
            case LOGIN_REQUEST -> login(peer, packet.getLoginRequest().getEmail());
            case GET_ROOM_LIST_REQUEST ->
                    peer.send(packet().setGetRoomListResponse(S2CGetRoomListResponse.newBuilder()));
            case CREATE_ROOM_REQUEST -> create(peer);
            case JOIN_ROOM_REQUEST -> join(peer, packet.getJoinRoomRequest().getRoomId());
            case LEAVE_ROOM_REQUEST -> leave(peer);
            case GAME_PREPARE_REQUEST -> prepare(peer);
            default -> play(peer, packet);
        }
    }

    private void play(FakePeer peer, GamePacket packet) {
        switch (packet.getPayloadCase()) {
            case GAME_START_REQUEST -> start(peer, packet);
            case PLAYER_POSITION_UPDATE_REQUEST ->
                    toRoom(
                            peer,
                            () ->
                                    packet().setPlayerPositionUpdateNotification(
                                                    S2CPlayerPositionUpdateNotification.newBuilder()
                                                            .addPlayerPositions(
                                                                    position(peer, packet))));
            case PLAYER_CHATTING_REQUEST ->
                    toRoom(
                            peer,
                            () ->
                                    packet().setPlayerChattingNotification(
                                                    S2CPlayerChattingNotification.newBuilder()
                                                            .setPlayerId(peer.userId())
                                                            .setMessage(
                                                                    packet.getPlayerChattingRequest()
                                                                            .getMessage())));
            case PLAYER_USE_ITEM_REQUEST -> use(peer, packet);
            case ITEM_DETACHMENT_REQUEST ->
                    toRoom(
                            peer,
                            () ->
                                    packet().setItemDetachmentNotification(
                                                    S2CItemDetachmentNotification.newBuilder()
                                                            .setPlayerId(peer.userId())));
            case MONSTER_SPAWN_RESPONSE ->
                    toRoom(
                            peer,
                            () ->
                                    packet().setMonsterWaveStartNotification(
                                                    S2CMonsterWaveStartNotification.newBuilder()));
            case OBJECT_DAMAGED_BY_MONSTER_REQUEST -> hitCore(peer);
            default -> {}
        }
    }

    private void login(FakePeer peer, String email) {
        Integer id = accounts.get(email);
        if (id == null) {
            peer.error("LOGIN_FAILED: unknown");
            return;
        }
        peer.userId(id);
        peer.send(
                packet().setLoginResponse(
                                S2CLoginResponse.newBuilder()
                                        .setSuccess(true)
                                        .setUser(User.newBuilder().setUserId(id))));
    }

    private void create(FakePeer peer) {
        lastRoom++;
        rooms.put(lastRoom, new ArrayList<>(List.of(peer)));
        peer.roomId(lastRoom);
        peer.send(
                packet().setCreateRoomResponse(
                                S2CCreateRoomResponse.newBuilder()
                                        .setRoom(RoomData.newBuilder().setRoomId(lastRoom))));
    }

    private void join(FakePeer peer, int roomId) {
        List<FakePeer> members = rooms.get(roomId);
        if (members == null) {
            peer.error("ROOM_NOT_FOUND: none");
            return;
        }
        members.add(peer);
        peer.roomId(roomId);
        peer.send(packet().setJoinRoomResponse(S2CJoinRoomResponse.newBuilder()));
    }

    private void leave(FakePeer peer) {
        List<FakePeer> members = rooms.get(peer.roomId());
        if (members == null) {
            peer.error("NOT_IN_ROOM: none");
            return;
        }
        if (members.getFirst() == peer) {
            rooms.remove(peer.roomId());
            for (FakePeer member : members) {
                member.roomId(0);
                member.send(packet().setLeaveRoomResponse(S2CLeaveRoomResponse.newBuilder()));
            }
            return;
        }
        left(peer);
        peer.send(packet().setLeaveRoomResponse(S2CLeaveRoomResponse.newBuilder()));
    }

    /** A peer is no member any more. */
    void left(FakePeer peer) {
        rooms.getOrDefault(peer.roomId(), new ArrayList<>()).remove(peer);
        peer.roomId(0);
    }

    private void prepare(FakePeer host) {
        S2CGamePrepareResponse.Builder prepared = S2CGamePrepareResponse.newBuilder();
        for (int id = 1; id <= MONSTERS; id++) {
            prepared.addMonsters(
                    MonsterData.newBuilder().setMonsterId(id).setMonsterCode(201 + id % 8));
        }
        host.send(packet().setGamePrepareResponse(prepared));
        toRoom(
                host,
                () -> packet().setGamePrepareNotification(S2CGamePrepareNotification.newBuilder()));
    }

    private void start(FakePeer host, GamePacket packet) {
        coreHits.put(host.roomId(), 0);
        for (FakePeer member : rooms.getOrDefault(host.roomId(), List.of())) {
            S2CGameStartNotification.Builder start =
                    S2CGameStartNotification.newBuilder()
                            .addAllMonsters(packet.getGameStartRequest().getMonstersList())
                            .addItems(ItemData.newBuilder().setItemCode(1).setCount(1))
                            .addItems(ItemData.newBuilder().setItemCode(101).setCount(1));
            for (FakePeer other : rooms.getOrDefault(host.roomId(), List.of())) {
                start.addPlayerPositions(
                        PlayerPositionData.newBuilder()
                                .setPlayerId(other.userId())
                                .setX(3 * other.userId())
                                .setY(3 * other.userId()));
            }
            member.send(packet().setGameStartNotification(start));
        }
        host.send(
                packet().setMonsterSpawnRequest(
                                S2CMonsterSpawnRequest.newBuilder()
                                        .addMonsters(
                                                MonsterData.newBuilder()
                                                        .setMonsterId(900)
                                                        .setMonsterCode(201))));
    }

    private static PlayerPositionData position(FakePeer peer, GamePacket packet) {
        return PlayerPositionData.newBuilder()
                .setPlayerId(peer.userId())
                .setX(packet.getPlayerPositionUpdateRequest().getX())
                .setY(packet.getPlayerPositionUpdateRequest().getY())
                .build();
    }

    private void use(FakePeer peer, GamePacket packet) {
        boolean food = packet.getPlayerUseItemRequest().getItemData().getItemCode() == 1;
        toRoom(
                peer,
                () ->
                        food
                                ? packet().setPlayerEatFoodResponse(
                                                S2CPlayerEatFoodResponse.newBuilder()
                                                        .setPlayerId(peer.userId()))
                                : packet().setPlayerEquipWeaponResponse(
                                                S2CPlayerEquipWeaponResponse.newBuilder()
                                                        .setPlayerId(peer.userId())));
    }

    private void hitCore(FakePeer host) {
        int hits = coreHits.merge(host.roomId(), 1, Integer::sum);
        if (hits != HITS_TO_THE_END) {
            return;
        }
        List<FakePeer> members = List.copyOf(rooms.getOrDefault(host.roomId(), List.of()));
        rooms.remove(host.roomId());
        for (FakePeer member : members) {
            member.roomId(0);
            member.send(packet().setGameOverNotification(S2CGameOverNotification.newBuilder()));
        }
    }

    private void toRoom(FakePeer peer, Supplier<GamePacket.Builder> packet) {
        for (FakePeer member : List.copyOf(rooms.getOrDefault(peer.roomId(), List.of()))) {
            member.send(packet.get());
        }
    }

    private static GamePacket.Builder packet() {
        return GamePacket.newBuilder();
    }
}
