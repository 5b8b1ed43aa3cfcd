package dev.mallard.protocol.link;

/**
 * Names the span that a request belongs to, in the ids of the W3C's trace context.
 *
 * @param traceIdHigh the first eight bytes of the trace id
 * @param traceIdLow the last eight bytes of the trace id
 * @param spanId id of the span at the sender
 */
public record TraceContext(long traceIdHigh, long traceIdLow, long spanId) {

    /** Whether the ids name a span; zeros name none. */
    public boolean isValid() {
        return (traceIdHigh != 0 || traceIdLow != 0) && spanId != 0;
    }
}
