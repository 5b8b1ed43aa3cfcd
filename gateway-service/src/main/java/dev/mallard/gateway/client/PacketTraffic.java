package dev.mallard.gateway.client;

import dev.mallard.protocol.PacketType;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Counts packets and bytes in both directions by packet type. Finding the adders of a packet is one array
 * access. Any thread.
 */
public final class PacketTraffic {

    /** The adders of one packet type. */
    public static final class Flow {

        private final LongAdder packets = new LongAdder();
        private final LongAdder bytes = new LongAdder();

        private void add(int frameBytes) {
            packets.increment();
            bytes.add(frameBytes);
        }

        public long packets() {
            return packets.sum();
        }

        /** Bytes of whole frames. */
        public long bytes() {
            return bytes.sum();
        }
    }

    private final Flow[] in;
    private final Flow[] out;
    private final Flow otherIn = new Flow();
    private final Flow otherOut = new Flow();

    public PacketTraffic() {
        int highest = Stream.of(PacketType.values()).mapToInt(PacketType::id).max().orElse(0);
        in = new Flow[highest + 1];
        out = new Flow[highest + 1];
        Arrays.fill(in, otherIn);
        Arrays.fill(out, otherOut);
        for (PacketType type : PacketType.values()) {
            if (type.fromClient()) {
                in[type.id()] = new Flow();
            } else {
                out[type.id()] = new Flow();
            }
        }
    }

    void received(int packetType, int frameBytes) {
        in(packetType).add(frameBytes);
    }

    void sent(int packetType, int frameBytes) {
        out(packetType).add(frameBytes);
    }

    /** What clients sent of a type; all types that a client may not send are counted together. */
    public Flow in(int packetType) {
        return packetType < in.length ? in[packetType] : otherIn;
    }

    /** What was sent to clients of a type; all types that the catalogue does not know together. */
    public Flow out(int packetType) {
        return packetType < out.length ? out[packetType] : otherOut;
    }

    public Flow otherIn() {
        return otherIn;
    }

    public Flow otherOut() {
        return otherOut;
    }
}
