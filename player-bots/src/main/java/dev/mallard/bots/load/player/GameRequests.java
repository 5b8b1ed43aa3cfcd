package dev.mallard.bots.load.player;

import dev.mallard.bots.scenario.Account;
import dev.mallard.protocol.message.C2SCreateRoomRequest;
import dev.mallard.protocol.message.C2SGamePrepareRequest;
import dev.mallard.protocol.message.C2SGetRoomListRequest;
import dev.mallard.protocol.message.C2SItemDetachmentRequest;
import dev.mallard.protocol.message.C2SJoinRoomRequest;
import dev.mallard.protocol.message.C2SLeaveRoomRequest;
import dev.mallard.protocol.message.C2SLoginRequest;
import dev.mallard.protocol.message.C2SMonsterMoveRequest;
import dev.mallard.protocol.message.C2SMonsterSpawnResponse;
import dev.mallard.protocol.message.C2SObjectDamagedByMonsterRequest;
import dev.mallard.protocol.message.C2SPlayerAttackMonsterRequest;
import dev.mallard.protocol.message.C2SPlayerAttackRequest;
import dev.mallard.protocol.message.C2SPlayerChattingRequest;
import dev.mallard.protocol.message.C2SPlayerPositionUpdateRequest;
import dev.mallard.protocol.message.C2SPlayerUseItemRequest;
import dev.mallard.protocol.message.C2SRegisterRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.ItemData;
import dev.mallard.protocol.message.MonsterPositionData;

import java.util.List;

/** Makes the packets that players send. */
final class GameRequests {

    static final GamePacket LIST_ROOMS =
            GamePacket.newBuilder()
                    .setGetRoomListRequest(C2SGetRoomListRequest.getDefaultInstance())
                    .build();
    static final GamePacket LEAVE_ROOM =
            GamePacket.newBuilder()
                    .setLeaveRoomRequest(C2SLeaveRoomRequest.getDefaultInstance())
                    .build();
    static final GamePacket PREPARE_GAME =
            GamePacket.newBuilder()
                    .setGamePrepareRequest(C2SGamePrepareRequest.getDefaultInstance())
                    .build();

    private static final int CORE_ID = 1;

    private GameRequests() {}

    static GamePacket register(Account account) {
        return GamePacket.newBuilder()
                .setRegisterRequest(
                        C2SRegisterRequest.newBuilder()
                                .setEmail(account.email())
                                .setPassword(account.password())
                                .setNickname(account.nickname()))
                .build();
    }

    static GamePacket login(Account account) {
        return GamePacket.newBuilder()
                .setLoginRequest(
                        C2SLoginRequest.newBuilder()
                                .setEmail(account.email())
                                .setPassword(account.password()))
                .build();
    }

    static GamePacket createRoom(String name, int capacity) {
        return GamePacket.newBuilder()
                .setCreateRoomRequest(
                        C2SCreateRoomRequest.newBuilder().setRoomName(name).setMaxUserNum(capacity))
                .build();
    }

    static GamePacket joinRoom(int roomId) {
        return GamePacket.newBuilder()
                .setJoinRoomRequest(C2SJoinRoomRequest.newBuilder().setRoomId(roomId))
                .build();
    }

    static GamePacket position(float x, float y) {
        return GamePacket.newBuilder()
                .setPlayerPositionUpdateRequest(
                        C2SPlayerPositionUpdateRequest.newBuilder().setX(x).setY(y))
                .build();
    }

    static GamePacket chat(String message) {
        return GamePacket.newBuilder()
                .setPlayerChattingRequest(C2SPlayerChattingRequest.newBuilder().setMessage(message))
                .build();
    }

    static GamePacket swing(float directionX, float directionY) {
        return GamePacket.newBuilder()
                .setPlayerAttackRequest(
                        C2SPlayerAttackRequest.newBuilder()
                                .setPlayerDirX(directionX)
                                .setPlayerDirY(directionY))
                .build();
    }

    static GamePacket hit(MonsterPositionData monster, float fromX, float fromY) {
        return GamePacket.newBuilder()
                .setPlayerAttackMonsterRequest(
                        C2SPlayerAttackMonsterRequest.newBuilder()
                                .setPlayerDirX(monster.getX() - fromX)
                                .setPlayerDirY(monster.getY() - fromY)
                                .setMonsterId(monster.getMonsterId()))
                .build();
    }

    static GamePacket useItem(int code) {
        return GamePacket.newBuilder()
                .setPlayerUseItemRequest(
                        C2SPlayerUseItemRequest.newBuilder()
                                .setItemData(ItemData.newBuilder().setItemCode(code).setCount(1)))
                .build();
    }

    static GamePacket takeOff(int code) {
        return GamePacket.newBuilder()
                .setItemDetachmentRequest(C2SItemDetachmentRequest.newBuilder().setItemCode(code))
                .build();
    }

    static GamePacket moveMonsters(List<MonsterPositionData> monsters) {
        return GamePacket.newBuilder()
                .setMonsterMoveRequest(
                        C2SMonsterMoveRequest.newBuilder().addAllMonsterPositionData(monsters))
                .build();
    }

    static GamePacket placeWave(List<MonsterPositionData> monsters) {
        return GamePacket.newBuilder()
                .setMonsterSpawnResponse(
                        C2SMonsterSpawnResponse.newBuilder().addAllMonsters(monsters))
                .build();
    }

    static GamePacket hitCore(int monsterId) {
        return GamePacket.newBuilder()
                .setObjectDamagedByMonsterRequest(
                        C2SObjectDamagedByMonsterRequest.newBuilder()
                                .setObjectId(CORE_ID)
                                .setMonsterId(monsterId))
                .build();
    }
}
