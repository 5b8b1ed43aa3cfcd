package dev.mallard.bots.client;

import dev.mallard.protocol.message.C2SMonsterAttackRequest;
import dev.mallard.protocol.message.C2SMonsterMoveRequest;
import dev.mallard.protocol.message.C2SMonsterSpawnResponse;
import dev.mallard.protocol.message.C2SObjectDamagedByMonsterRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.MonsterPositionData;

import java.util.List;

/**
 * What the host's client does for the monsters. Nothing waits, and the server drops what its rules do
 * not allow: hits from too far away or too soon after another, and anything about dead monsters. Every
 * method throws as {@link GameClient#send} does.
 */
public final class HostActions {

    private final GameClient client;

    public HostActions(GameClient client) {
        this.client = client;
    }

    /** Answers the server's request for places of a wave. */
    public void placeWave(List<MonsterPositionData> monsters) {
        client.send(
                GamePacket.newBuilder()
                        .setMonsterSpawnResponse(
                                C2SMonsterSpawnResponse.newBuilder().addAllMonsters(monsters))
                        .build());
    }

    public void moveMonsters(List<MonsterPositionData> monsters) {
        client.send(
                GamePacket.newBuilder()
                        .setMonsterMoveRequest(
                                C2SMonsterMoveRequest.newBuilder()
                                        .addAllMonsterPositionData(monsters))
                        .build());
    }

    /** Shows a monster's attack on a player; the player's own client tells of the damage. */
    public void showAttack(int monsterId, int playerId) {
        client.send(
                GamePacket.newBuilder()
                        .setMonsterAttackRequest(
                                C2SMonsterAttackRequest.newBuilder()
                                        .setMonsterId(monsterId)
                                        .setIsPlayer(true)
                                        .setTargetId(playerId))
                        .build());
    }

    /** Has a monster hit an object; object 1 is the core. */
    public void hitObject(int monsterId, int objectId) {
        client.send(
                GamePacket.newBuilder()
                        .setObjectDamagedByMonsterRequest(
                                C2SObjectDamagedByMonsterRequest.newBuilder()
                                        .setObjectId(objectId)
                                        .setMonsterId(monsterId))
                        .build());
    }
}
