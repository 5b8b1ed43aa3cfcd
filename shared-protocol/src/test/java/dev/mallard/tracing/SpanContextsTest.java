package dev.mallard.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.link.TraceContext;

import io.opentelemetry.api.trace.SpanContext;

import org.junit.jupiter.api.Test;

class SpanContextsTest {

    private static final TraceContext ON_LINK =
            new TraceContext(0x0af7651916cd43ddL, 0x8448eb211c80319cL, 0xb7ad6b7169203331L);

    @Test
    void theIdsAreThoseOfTheGatewaysSpan() {
        SpanContext span = SpanContexts.fromLink(ON_LINK);
        assertThat(span.getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(span.getSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(span.isRemote()).isTrue();
        assertThat(span.isSampled()).isTrue();
        assertThat(SpanContexts.toLink(span)).isEqualTo(ON_LINK);
    }
}
