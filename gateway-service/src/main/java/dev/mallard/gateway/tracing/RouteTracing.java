package dev.mallard.gateway.tracing;

import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.PacketType;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ThreadLocalRandom;

/** Chooses the requests that are traced, and begins their traces. Any thread. */
public final class RouteTracing {

    static final AttributeKey<String> UPSTREAM = AttributeKey.stringKey("mallard.upstream");

    private static final String OTHER = "OTHER";

    private final @Nullable Tracer tracer;
    private final double share;

    /**
     * @param tracer null if tracing is off
     * @param share part of the requests that are traced, from 0 to 1
     */
    public RouteTracing(@Nullable Tracer tracer, double share) {
        this.tracer = tracer;
        this.share = share;
    }

    /** Whether any request is traced. */
    public boolean isOn() {
        return tracer != null;
    }

    /**
     * Begins the trace of a request that was just received, if it is one of the chosen.
     *
     * @param packetType id of the packet type, 0 to 65535
     * @param upstream the group that serves the request
     * @return null for a request that is not traced
     */
    public @Nullable RouteSpan begin(int packetType, String upstream) {
        Tracer current = tracer;
        if (current == null || ThreadLocalRandom.current().nextDouble() >= share) {
            return null;
        }
        Span span =
                current.spanBuilder("route " + nameOf(packetType))
                        .setParent(Context.root())
                        .setSpanKind(SpanKind.SERVER)
                        .setAttribute(UPSTREAM, upstream)
                        .startSpan();
        return span.isRecording() ? new RouteSpan(span) : null;
    }

    /** Types that only the configuration knows have one name, as in the metrics. */
    private static String nameOf(int packetType) {
        PacketType type = PacketCatalogue.get().find(packetType);
        return type == null ? OTHER : type.name();
    }
}
