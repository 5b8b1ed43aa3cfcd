package dev.mallard.gateway.client;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.MonsterTarget;
import dev.mallard.protocol.message.S2CMonsterAwakeNotification;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The monsters' targets that a slow client has not been told yet. They are changes, not states: leaving a
 * packet out would leave the client wrong for good, so the latest target of each monster is kept for later.
 * Keeps {@value #MAX_MONSTERS} monsters, and forgets the one that has waited longest beyond that.
 */
final class HeldTargets {

    static final int MAX_MONSTERS = 4096;

    private final Map<Integer, Integer> targetByMonster =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
                    return size() > MAX_MONSTERS;
                }
            };

    /** Takes over the targets of a packet; one that cannot be read is left out. */
    void add(ByteBuffer payload) {
        GamePacket packet;
        try {
            packet = GamePacket.parseFrom(payload);
        } catch (InvalidProtocolBufferException unreadable) {
            return;
        }
        for (MonsterTarget change : packet.getMonsterAwakeNotification().getMonsterTargetList()) {
            targetByMonster.put(change.getMonsterId(), change.getTargetId());
        }
    }

    /** One packet with everything that is kept. */
    GamePacket toPacket() {
        S2CMonsterAwakeNotification.Builder all = S2CMonsterAwakeNotification.newBuilder();
        targetByMonster.forEach(
                (monster, target) ->
                        all.addMonsterTarget(
                                MonsterTarget.newBuilder()
                                        .setMonsterId(monster)
                                        .setTargetId(target)));
        return GamePacket.newBuilder().setMonsterAwakeNotification(all).build();
    }
}
