package dev.mallard.protocol.client;

import dev.mallard.protocol.message.C2SCreateRoomRequest;
import dev.mallard.protocol.message.C2SGetRoomListRequest;
import dev.mallard.protocol.message.C2SLoginRequest;
import dev.mallard.protocol.message.C2SPlayerPositionUpdateRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.ItemData;
import dev.mallard.protocol.message.MonsterTarget;
import dev.mallard.protocol.message.S2CErrorNotification;
import dev.mallard.protocol.message.S2CGameClearNotification;
import dev.mallard.protocol.message.S2CGetOut;
import dev.mallard.protocol.message.S2CLoginResponse;
import dev.mallard.protocol.message.S2CMonsterAwakeNotification;
import dev.mallard.protocol.message.S2CObjectDestroyNotification;
import dev.mallard.protocol.message.S2CPlayerOpenBoxNotification;
import dev.mallard.protocol.message.User;

import org.junit.jupiter.params.provider.Arguments;

import java.util.Collections;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Frames as existing clients send and expect them, made by another encoder. */
final class ExampleFrames {

    private ExampleFrames() {}

    /** Pairs of a packet and its frame. */
    static Stream<Arguments> all() {
        GamePacket.Builder p = GamePacket.newBuilder();
        return Stream.of(
                example(
                        p.clone().setGetOut(S2CGetOut.getDefaultInstance()),
                        "03ef 05 312e302e30 00000003 aa7d00"),
                example(
                        p.clone().setGetRoomListRequest(C2SGetRoomListRequest.getDefaultInstance()),
                        "07d6 05 312e302e30 00000002 5200"),
                example(
                        p.clone()
                                .setLoginRequest(
                                        C2SLoginRequest.newBuilder()
                                                .setEmail("a@x.com")
                                                .setPassword("secret1")),
                        "03eb 05 312e302e30 00000014"
                                + " 1a120a076140782e636f6d120773656372657431"),
                example(
                        p.clone()
                                .setLoginResponse(
                                        S2CLoginResponse.newBuilder()
                                                .setSuccess(true)
                                                .setUser(
                                                        User.newBuilder()
                                                                .setName("aaa")
                                                                .setUserId(1))),
                        "03ec 05 312e302e30 0000000d 220b080112070a036161611001"),
                example(
                        p.clone()
                                .setCreateRoomRequest(
                                        C2SCreateRoomRequest.newBuilder()
                                                .setRoomName("room")
                                                .setMaxUserNum(4)),
                        "07d1 05 312e302e30 0000000a 2a080a04726f6f6d1004"),
                example(
                        p.clone()
                                .setPlayerPositionUpdateRequest(
                                        C2SPlayerPositionUpdateRequest.newBuilder()
                                                .setX(1.5f)
                                                .setY(-2f)),
                        "0fa1 05 312e302e30 0000000d aa010a0d0000c03f15000000c0"),
                example(
                        p.clone()
                                .setObjectDestroyNotification(
                                        S2CObjectDestroyNotification.newBuilder().setObjectId(111)),
                        "1775 05 312e302e30 00000005 c20302086f"),
                example(
                        p.clone()
                                .setMonsterAwakeNotification(
                                        S2CMonsterAwakeNotification.newBuilder()
                                                .addMonsterTarget(
                                                        MonsterTarget.newBuilder()
                                                                .setMonsterId(1)
                                                                .setTargetId(7))),
                        "138c 05 312e302e30 00000009 9a02060a0408011007"),
                example(
                        p.clone()
                                .setPlayerOpenBoxNotification(
                                        S2CPlayerOpenBoxNotification.newBuilder()
                                                .setPlayerId(1)
                                                .setItemBoxId(2)
                                                .addItemData(
                                                        ItemData.newBuilder()
                                                                .setItemCode(1)
                                                                .setCount(1))
                                                .addAllItemData(
                                                        Collections.nCopies(
                                                                7, ItemData.getDefaultInstance()))),
                        "0fae 05 312e302e30 0000001b"
                                + " fa0218080110021a04080110011a001a001a001a001a001a001a00"),
                example(
                        p.clone()
                                .setErrorNotification(
                                        S2CErrorNotification.newBuilder()
                                                .setErrorMessage("ROOM_FULL: The room is full.")
                                                .setTimestamp(1739836800000L)
                                                .setClienterr(true)),
                        "1b59 05 312e302e30 0000002a e202270a1c524f4f4d5f46554c4c3a2054686520"
                                + "726f6f6d2069732066756c6c2e1080f8eab2d1321801"),
                example(
                        p.clone()
                                .setGameClearNotification(
                                        S2CGameClearNotification.getDefaultInstance()),
                        "270f 05 312e302e30 00000003 ba3e00"));
    }

    private static Arguments example(GamePacket.Builder packet, String frame) {
        return Arguments.of(packet.build(), HexFormat.of().parseHex(frame.replace(" ", "")));
    }
}
