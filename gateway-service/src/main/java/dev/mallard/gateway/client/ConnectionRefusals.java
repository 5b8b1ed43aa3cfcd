package dev.mallard.gateway.client;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts the connections that were refused, for the metrics. Any thread. */
public final class ConnectionRefusals {

    private final LongAdder[] byReason =
            Stream.generate(LongAdder::new)
                    .limit(ConnectionRefusal.values().length)
                    .toArray(LongAdder[]::new);

    void refused(ConnectionRefusal reason) {
        byReason[reason.ordinal()].increment();
    }

    /** Connections refused for a reason since the start. */
    public long count(ConnectionRefusal reason) {
        return byReason[reason.ordinal()].sum();
    }
}
