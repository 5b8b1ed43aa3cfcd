package dev.mallard.game.wire;

import dev.mallard.game.world.GameEvent;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CMonsterAttackNotification;
import dev.mallard.protocol.message.S2CMonsterAwakeNotification;
import dev.mallard.protocol.message.S2CMonsterDeathNotification;
import dev.mallard.protocol.message.S2CMonsterHpUpdateNotification;
import dev.mallard.protocol.message.S2CMonsterMoveNotification;
import dev.mallard.protocol.message.S2CMonsterSpawnRequest;
import dev.mallard.protocol.message.S2CMonsterWaveStartNotification;

/** Packets about monsters. */
final class MonsterPackets {

    private MonsterPackets() {}

    static GamePacket announced(GameEvent.WaveAnnounced event) {
        return GamePacket.newBuilder()
                .setMonsterSpawnRequest(
                        S2CMonsterSpawnRequest.newBuilder()
                                .addAllMonsters(Parts.monsterKinds(event.monsters())))
                .build();
    }

    static GamePacket started(GameEvent.WaveStarted event) {
        return GamePacket.newBuilder()
                .setMonsterWaveStartNotification(
                        S2CMonsterWaveStartNotification.newBuilder()
                                .addAllMonsters(Parts.monsters(event.monsters())))
                .build();
    }

    static GamePacket targets(GameEvent.MonsterTargets event) {
        return GamePacket.newBuilder()
                .setMonsterAwakeNotification(
                        S2CMonsterAwakeNotification.newBuilder()
                                .addAllMonsterTarget(Parts.targets(event.targets())))
                .build();
    }

    static GamePacket died(GameEvent.MonsterDied event) {
        return GamePacket.newBuilder()
                .setMonsterDeathNotification(
                        S2CMonsterDeathNotification.newBuilder().setMonsterId(event.monsterId()))
                .build();
    }

    static GamePacket moved(GameEvent.MonstersMoved event) {
        return GamePacket.newBuilder()
                .setMonsterMoveNotification(
                        S2CMonsterMoveNotification.newBuilder()
                                .addAllMonsterPositionData(Parts.monsters(event.monsters())))
                .build();
    }

    static GamePacket attacked(GameEvent.MonsterAttacked event) {
        return GamePacket.newBuilder()
                .setMonsterAttackNotification(
                        S2CMonsterAttackNotification.newBuilder()
                                .setMonsterId(event.monsterId())
                                .setIsPlayer(event.isPlayer())
                                .setTargetId(event.targetId()))
                .build();
    }

    static GamePacket hitPoints(GameEvent.MonsterHitPoints event) {
        return GamePacket.newBuilder()
                .setMonsterHpUpdateNotification(
                        S2CMonsterHpUpdateNotification.newBuilder()
                                .setMonsterId(event.monsterId())
                                .setHp(event.hitPoints()))
                .build();
    }
}
