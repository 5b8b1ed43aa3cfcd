package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.MonsterTarget;
import dev.mallard.protocol.message.S2CMonsterAwakeNotification;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;

class HeldTargetsTest {

    private final HeldTargets held = new HeldTargets();

    @Test
    void theLatestTargetOfEachMonsterIsKept() {
        held.add(awake(1, 10, 2, 20));
        held.add(awake(1, 11));
        held.add(awake(3, 0));
        assertThat(held.toPacket().getMonsterAwakeNotification().getMonsterTargetList())
                .extracting(MonsterTarget::getMonsterId, MonsterTarget::getTargetId)
                .containsExactlyInAnyOrder(tuple(1, 11), tuple(2, 20), tuple(3, 0));
    }

    @Test
    void whatCannotBeReadChangesNothing() {
        held.add(awake(1, 10));
        held.add(ByteBuffer.wrap(new byte[] {(byte) 0xff, (byte) 0xff}));
        assertThat(held.toPacket().getMonsterAwakeNotification().getMonsterTargetCount())
                .isEqualTo(1);
    }

    @Test
    void thereIsABound() {
        for (int monster = 0; monster <= HeldTargets.MAX_MONSTERS; monster++) {
            held.add(awake(monster, 1));
        }
        assertThat(held.toPacket().getMonsterAwakeNotification().getMonsterTargetList())
                .hasSize(HeldTargets.MAX_MONSTERS)
                .extracting(MonsterTarget::getMonsterId)
                .doesNotContain(0)
                .contains(HeldTargets.MAX_MONSTERS);
    }

    private static ByteBuffer awake(int... monstersAndTargets) {
        S2CMonsterAwakeNotification.Builder targets = S2CMonsterAwakeNotification.newBuilder();
        for (int i = 0; i < monstersAndTargets.length; i += 2) {
            targets.addMonsterTarget(
                    MonsterTarget.newBuilder()
                            .setMonsterId(monstersAndTargets[i])
                            .setTargetId(monstersAndTargets[i + 1]));
        }
        return GamePacket.newBuilder()
                .setMonsterAwakeNotification(targets)
                .build()
                .toByteString()
                .asReadOnlyByteBuffer();
    }
}
