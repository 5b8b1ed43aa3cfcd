package dev.mallard.gateway.tracing;

import dev.mallard.gateway.client.RequestWatch;
import dev.mallard.protocol.link.TraceContext;
import dev.mallard.tracing.SpanContexts;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/** A traced request on its way: from its receipt until it is answered, or sent if it never will be. */
public final class RouteSpan implements RequestWatch {

    private final Span span;

    RouteSpan(Span span) {
        this.span = span;
    }

    /** What the service is told of this span. */
    public TraceContext context() {
        return SpanContexts.toLink(span.getSpanContext());
    }

    /** The request was sent, and is of a type that is not always answered. */
    public void sent() {
        span.end();
    }

    @Override
    public void answered() {
        span.end();
    }

    @Override
    public void abandoned() {
        span.setStatus(StatusCode.ERROR, "not answered");
        span.end();
    }
}
