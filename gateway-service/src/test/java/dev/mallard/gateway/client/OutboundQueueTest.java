package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.MonsterTarget;
import dev.mallard.protocol.message.S2CMonsterAwakeNotification;
import dev.mallard.transport.NettyConnection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.InOrder;

import java.time.Duration;
import java.util.Map;

class OutboundQueueTest {

    private static final long SOFT = 1024 * 1024;
    private static final long HARD = 8 * SOFT;
    private static final ByteBuf FRAME = Unpooled.wrappedBuffer(new byte[] {1, 2, 3});

    private final NettyConnection connection = mock(NettyConnection.class);
    private final PacketTraffic traffic = new PacketTraffic();
    private final SessionCounters counters = new SessionCounters();
    private final OutboundQueue queue =
            new OutboundQueue(
                    connection, 0, ClientPropertiesTest.bind(Map.of()), traffic, counters);

    @Test
    void aClientThatKeepsUpGetsEverything() {
        when(connection.pendingBytes()).thenReturn(SOFT);
        for (PacketType type : PacketType.values()) {
            assertThat(queue.send(type.id(), FRAME, Unpooled.EMPTY_BUFFER)).isTrue();
        }
        verify(connection, times(PacketType.values().length)).writeBytes(FRAME);
        assertThat(traffic.out(PacketType.S_GET_OUT.id()).bytes()).isEqualTo(3);
        assertThat(counters.skippedPackets()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "S_PLAYER_POSITION_UPDATE_NOTIFICATION",
                "S_MONSTER_MOVE_NOTIFICATION",
                "S_MONSTER_AWAKE_NOTIFICATION"
            })
    void periodicPacketsAreLeftOutAboveTheSoftLimit(PacketType type) {
        when(connection.pendingBytes()).thenReturn(SOFT + 1);
        assertThat(queue.send(type.id(), FRAME, targets(1, 2))).isTrue();
        verify(connection, never()).writeBytes(any());
        assertThat(counters.skippedPackets()).isEqualTo(1);
    }

    @Test
    void otherPacketsPassTheSoftLimit() {
        when(connection.pendingBytes()).thenReturn(SOFT + 1);
        queue.send(PacketType.S_GAME_OVER_NOTIFICATION.id(), FRAME, Unpooled.EMPTY_BUFFER);
        verify(connection).writeBytes(FRAME);
    }

    @Test
    void targetsAreToldWhenTheClientHasCaughtUp() {
        int awake = PacketType.S_MONSTER_AWAKE_NOTIFICATION.id();
        when(connection.pendingBytes()).thenReturn(SOFT + 1);
        queue.send(awake, FRAME, targets(1, 2));
        queue.send(awake, FRAME, targets(1, 3));
        when(connection.pendingBytes()).thenReturn(0L);
        queue.send(awake, FRAME, targets(9, 9));
        queue.send(awake, FRAME, targets(9, 9));
        InOrder inOrder = inOrder(connection);
        inOrder.verify(connection).write(packet(1, 3));
        inOrder.verify(connection, times(2)).writeBytes(FRAME);
    }

    @Test
    void targetsOfAGameThatIsOverAreForgotten() {
        when(connection.pendingBytes()).thenReturn(SOFT + 1);
        queue.send(PacketType.S_MONSTER_AWAKE_NOTIFICATION.id(), FRAME, targets(1, 2));
        queue.forgetHeld();
        when(connection.pendingBytes()).thenReturn(0L);
        queue.send(PacketType.S_GAME_OVER_NOTIFICATION.id(), FRAME, Unpooled.EMPTY_BUFFER);
        verify(connection, never()).write(any());
    }

    @Test
    void theHardLimitEndsIt() {
        when(connection.pendingBytes()).thenReturn(HARD);
        assertThat(queue.send(PacketType.S_GET_OUT.id(), FRAME, Unpooled.EMPTY_BUFFER)).isTrue();
        when(connection.pendingBytes()).thenReturn(HARD + 1);
        assertThat(queue.send(PacketType.S_GET_OUT.id(), FRAME, Unpooled.EMPTY_BUFFER)).isFalse();
        assertThat(
                        queue.send(
                                GamePacket.getDefaultInstance().toBuilder()
                                        .setMonsterAwakeNotification(
                                                S2CMonsterAwakeNotification.getDefaultInstance())
                                        .build()))
                .isFalse();
        assertThat(queue.isTooSlow(0)).isTrue();
    }

    @Test
    void tooLongAboveTheSoftLimitEndsItToo() {
        long second = Duration.ofSeconds(1).toNanos();
        when(connection.pendingBytes()).thenReturn(SOFT + 1);
        assertThat(queue.isTooSlow(0)).isFalse();
        assertThat(queue.isTooSlow(9 * second)).isFalse();
        when(connection.pendingBytes()).thenReturn(SOFT);
        assertThat(queue.isTooSlow(9 * second)).isFalse();
        when(connection.pendingBytes()).thenReturn(SOFT + 1);
        assertThat(queue.isTooSlow(10 * second)).isFalse();
        assertThat(queue.isTooSlow(20 * second)).isTrue();
    }

    private static GamePacket packet(int monster, int target) {
        return GamePacket.newBuilder()
                .setMonsterAwakeNotification(
                        S2CMonsterAwakeNotification.newBuilder()
                                .addMonsterTarget(
                                        MonsterTarget.newBuilder()
                                                .setMonsterId(monster)
                                                .setTargetId(target)))
                .build();
    }

    private static ByteBuf targets(int monster, int target) {
        return Unpooled.wrappedBuffer(packet(monster, target).toByteArray());
    }
}
