package dev.mallard.gateway.client;

import dev.mallard.protocol.PacketType;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Counts packets and bytes in both directions by packet type. Every event loop has counters of its own, which
 * only it writes: counting costs two array accesses and no atomic instruction. Any thread, except where said.
 */
public final class PacketTraffic {

    private static final int COUNTERS_PER_FLOW = 2;

    /** The counters of one packet type. */
    public final class Flow {

        private final int packetSlot = nextSlot;
        private final int byteSlot = packetSlot + 1;
        private final LongAdder packetsElsewhere = new LongAdder();
        private final LongAdder bytesElsewhere = new LongAdder();

        private Flow() {
            nextSlot += COUNTERS_PER_FLOW;
        }

        private void add(int loop, int frameBytes) {
            AtomicLongArray counters = ofLoops[loop];
            counters.setOpaque(packetSlot, counters.getPlain(packetSlot) + 1);
            counters.setOpaque(byteSlot, counters.getPlain(byteSlot) + frameBytes);
        }

        private void add(int frameBytes) {
            packetsElsewhere.increment();
            bytesElsewhere.add(frameBytes);
        }

        public long packets() {
            return packetsElsewhere.sum() + sum(packetSlot);
        }

        /** Bytes of whole frames. */
        public long bytes() {
            return bytesElsewhere.sum() + sum(byteSlot);
        }

        private long sum(int slot) {
            return Stream.of(ofLoops).mapToLong(counters -> counters.getOpaque(slot)).sum();
        }
    }

    private final AtomicLongArray[] ofLoops;
    private final Flow[] in;
    private final Flow[] out;
    private final Flow otherIn;
    private final Flow otherOut;
    private int nextSlot;

    /** Of a gateway with one event loop. */
    public PacketTraffic() {
        this(1);
    }

    /**
     * @param loopCount number of event loops, at least 1
     */
    public PacketTraffic(int loopCount) {
        int highest = Stream.of(PacketType.values()).mapToInt(PacketType::id).max().orElse(0);
        otherIn = new Flow();
        otherOut = new Flow();
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
        int slots = nextSlot;
        ofLoops =
                Stream.generate(() -> new AtomicLongArray(slots))
                        .limit(loopCount)
                        .toArray(AtomicLongArray[]::new);
    }

    /** On the event loop of that number. */
    void received(int loop, int packetType, int frameBytes) {
        in(packetType).add(loop, frameBytes);
    }

    /** On the event loop of that number. */
    void sent(int loop, int packetType, int frameBytes) {
        out(packetType).add(loop, frameBytes);
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
