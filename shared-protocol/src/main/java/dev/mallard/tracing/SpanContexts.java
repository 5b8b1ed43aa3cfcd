package dev.mallard.tracing;

import dev.mallard.protocol.link.TraceContext;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;

import java.util.HexFormat;

/** A span's context as OpenTelemetry has it, and as it travels over a link. */
public final class SpanContexts {

    private static final int DIGITS_OF_LONG = 16;

    private SpanContexts() {}

    /** What a link carries of a span. */
    public static TraceContext toLink(SpanContext span) {
        String trace = span.getTraceId();
        return new TraceContext(
                HexFormat.fromHexDigitsToLong(trace, 0, DIGITS_OF_LONG),
                HexFormat.fromHexDigitsToLong(trace, DIGITS_OF_LONG, 2 * DIGITS_OF_LONG),
                HexFormat.fromHexDigitsToLong(span.getSpanId()));
    }

    /** The span at the other end of a link; only of traces that are sampled. */
    public static SpanContext fromLink(TraceContext trace) {
        return SpanContext.createFromRemoteParent(
                TraceId.fromLongs(trace.traceIdHigh(), trace.traceIdLow()),
                SpanId.fromLong(trace.spanId()),
                TraceFlags.getSampled(),
                TraceState.getDefault());
    }
}
