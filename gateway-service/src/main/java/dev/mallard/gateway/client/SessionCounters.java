package dev.mallard.gateway.client;

import dev.mallard.protocol.ErrorCode;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts what happens to sessions, for the metrics. Any thread. */
public final class SessionCounters {

    private final LongAdder accepted = new LongAdder();
    private final LongAdder[] byPhase = adders(SessionPhase.values().length);
    private final LongAdder[] disconnects = adders(DisconnectReason.values().length);
    private final LongAdder[] refused = adders(ErrorCode.values().length);
    private final LongAdder dropped = new LongAdder();
    private final LongAdder skipped = new LongAdder();

    private static LongAdder[] adders(int count) {
        return Stream.generate(LongAdder::new).limit(count).toArray(LongAdder[]::new);
    }

    void opened(SessionPhase first) {
        accepted.increment();
        byPhase[first.ordinal()].increment();
    }

    void moved(SessionPhase from, SessionPhase to) {
        if (from != to) {
            byPhase[from.ordinal()].decrement();
            byPhase[to.ordinal()].increment();
        }
    }

    void closed(SessionPhase last) {
        byPhase[last.ordinal()].decrement();
    }

    void disconnected(DisconnectReason reason) {
        disconnects[reason.ordinal()].increment();
    }

    void refused(ErrorCode code) {
        refused[code.ordinal()].increment();
    }

    /** A packet was ignored because the session's state does not allow it any more or yet. */
    public void dropped() {
        dropped.increment();
    }

    void skipped() {
        skipped.increment();
    }

    /** Connections accepted since the start. */
    public long acceptedConnections() {
        return accepted.sum();
    }

    /** Sessions in a state now. */
    public long inPhase(SessionPhase phase) {
        return byPhase[phase.ordinal()].sum();
    }

    /** Sessions that ended for a reason since the start. */
    public long disconnects(DisconnectReason reason) {
        return disconnects[reason.ordinal()].sum();
    }

    /** Packets that the gateway itself answered with an error since the start. */
    public long refusals(ErrorCode code) {
        return refused[code.ordinal()].sum();
    }

    /** Packets that were ignored since the start. */
    public long droppedPackets() {
        return dropped.sum();
    }

    /** Periodic packets left out for slow clients since the start. */
    public long skippedPackets() {
        return skipped.sum();
    }
}
