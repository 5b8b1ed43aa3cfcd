package dev.mallard.gateway.client;

import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.transport.NettyConnection;

import io.netty.buffer.ByteBuf;

import org.jspecify.annotations.Nullable;

/**
 * What waits for one client. Above the soft limit, packets that repeat a state every moment are left out,
 * and changes of monsters' targets are merged into one packet for later; above the hard limit, or for too
 * long above the soft one, the client counts as too slow. Confined to the session's event loop, except
 * where said.
 */
final class OutboundQueue {

    private static final int FRAME_HEADER_WITHOUT_VERSION = 7;

    private final NettyConnection connection;
    private final int loop;
    private final PacketTraffic traffic;
    private final SessionCounters counters;
    private final long softLimit;
    private final long hardLimit;
    private final long graceNanos;
    private final int headerLength;
    private @Nullable HeldTargets heldTargets;
    private boolean aboveSoftLimit;
    private long aboveSoftLimitSince;

    /**
     * @param loop number of the event loop
     */
    OutboundQueue(
            NettyConnection connection,
            int loop,
            ClientProperties properties,
            PacketTraffic traffic,
            SessionCounters counters) {
        this.connection = connection;
        this.loop = loop;
        this.traffic = traffic;
        this.counters = counters;
        this.softLimit = properties.outboundSoftLimit().toBytes();
        this.hardLimit = properties.outboundHardLimit().toBytes();
        this.graceNanos = properties.slowConsumerGrace().toNanos();
        this.headerLength = headerLength(properties);
    }

    /** Bytes of a frame before its payload. */
    static int headerLength(ClientProperties properties) {
        return FRAME_HEADER_WITHOUT_VERSION + properties.protocolVersion().length();
    }

    /**
     * Sends a packet of the gateway's own. Any thread.
     *
     * @return false if the client is too slow
     */
    boolean send(GamePacket packet) {
        connection.write(packet);
        traffic.sent(
                PacketCatalogue.get().typeOf(packet).id(),
                headerLength + packet.getSerializedSize());
        return connection.pendingBytes() <= hardLimit;
    }

    /**
     * Sends a service's packet.
     *
     * @param frame the whole client frame; not kept
     * @param payload the payload alone; not kept
     * @return false if the client is too slow
     */
    boolean send(int packetType, ByteBuf frame, ByteBuf payload) {
        long pending = connection.pendingBytes();
        if (pending > softLimit) {
            return sendToSlowClient(packetType, frame, payload, pending);
        }
        HeldTargets held = heldTargets;
        if (held != null) {
            heldTargets = null;
            connection.write(held.toPacket());
        }
        write(packetType, frame);
        return true;
    }

    private boolean sendToSlowClient(
            int packetType, ByteBuf frame, ByteBuf payload, long pendingBytes) {
        PacketType type = PacketCatalogue.get().find(packetType);
        if (type == PacketType.S_PLAYER_POSITION_UPDATE_NOTIFICATION
                || type == PacketType.S_MONSTER_MOVE_NOTIFICATION) {
            counters.skipped();
        } else if (type == PacketType.S_MONSTER_AWAKE_NOTIFICATION) {
            counters.skipped();
            hold(payload);
        } else {
            write(packetType, frame);
        }
        return pendingBytes <= hardLimit;
    }

    private void hold(ByteBuf payload) {
        HeldTargets held = heldTargets;
        if (held == null) {
            held = new HeldTargets();
            heldTargets = held;
        }
        held.add(payload.nioBuffer());
    }

    private void write(int packetType, ByteBuf frame) {
        connection.writeBytes(frame);
        traffic.sent(loop, packetType, frame.readableBytes());
    }

    /** The game is over for this client: what was held of it is of no use any more. */
    void forgetHeld() {
        heldTargets = null;
    }

    /** Whether the client is too slow. To be asked regularly, since time counts as well. */
    boolean isTooSlow(long nowNanos) {
        long pending = connection.pendingBytes();
        if (pending <= softLimit) {
            aboveSoftLimit = false;
            return false;
        }
        if (!aboveSoftLimit) {
            aboveSoftLimit = true;
            aboveSoftLimitSince = nowNanos;
        }
        return pending > hardLimit || nowNanos - aboveSoftLimitSince >= graceNanos;
    }
}
