package dev.mallard.protocol.link.server;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.TraceContext;
import dev.mallard.tracing.SpanContexts;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * Makes a span of the handling of each request that a gateway has chosen to trace: from its receipt, with the
 * wait for its handler, until the handler returns. A request that reaches no handler has none. Any thread.
 */
final class HandlerTracing {

    static final String HANDLER_BEGINS = "handler begins";
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("mallard.outcome");

    private final @Nullable Tracer tracer;

    /**
     * @param tracer null if tracing is off
     */
    HandlerTracing(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    boolean isOn() {
        return tracer != null;
    }

    /**
     * Wraps the handling of a request that is received now.
     *
     * @param parent the gateway's span
     * @param handling does the work, and says how it ended
     */
    Runnable around(PacketType type, TraceContext parent, Supplier<String> handling) {
        Tracer current = tracer;
        if (current == null || !parent.isValid()) {
            return () -> {
                String _ = handling.get();
            };
        }
        Instant received = Instant.now();
        return () -> run(start(current, type, parent, received), handling);
    }

    private static Span start(
            Tracer tracer, PacketType type, TraceContext parent, Instant received) {
        return tracer.spanBuilder("handle " + type.name())
                .setParent(Context.root().with(Span.wrap(SpanContexts.fromLink(parent))))
                .setSpanKind(SpanKind.SERVER)
                .setStartTimestamp(received)
                .startSpan()
                .addEvent(HANDLER_BEGINS);
    }

    private static void run(Span span, Supplier<String> handling) {
        try (Scope _ = span.makeCurrent()) {
            String outcome = handling.get();
            span.setAttribute(OUTCOME, outcome);
            if (outcome.equals(ErrorCode.INTERNAL_ERROR.name())) {
                span.setStatus(StatusCode.ERROR);
            }
        } catch (Error failure) {
            span.setStatus(StatusCode.ERROR);
            throw failure;
        } finally {
            span.end();
        }
    }
}
