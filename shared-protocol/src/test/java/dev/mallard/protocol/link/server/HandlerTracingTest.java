package dev.mallard.protocol.link.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.TraceContext;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class HandlerTracingTest {

    private static final PacketType TYPE = PacketType.JOIN_ROOM_REQUEST;
    private static final TraceContext PARENT = new TraceContext(1, 2, 3);

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final SdkTracerProvider provider =
            SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build();
    private final HandlerTracing tracing = new HandlerTracing(provider.get("test"));

    @AfterEach
    void close() {
        provider.close();
    }

    private SpanData span() {
        assertThat(spans.getFinishedSpanItems()).hasSize(1);
        return spans.getFinishedSpanItems().getFirst();
    }

    @Test
    void theSpanBeginsWithTheReceiptAndHasTheWaitInIt() {
        Runnable waiting = tracing.around(TYPE, PARENT, () -> "served");
        long before = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() + 1);
        while (System.currentTimeMillis() <= TimeUnit.NANOSECONDS.toMillis(before)) {
            Thread.onSpinWait();
        }
        waiting.run();
        assertThat(span().getName()).isEqualTo("handle JOIN_ROOM_REQUEST");
        assertThat(span().getParentSpanContext().getTraceId())
                .isEqualTo("00000000000000010000000000000002");
        assertThat(span().getParentSpanId()).isEqualTo("0000000000000003");
        assertThat(span().getStartEpochNanos()).isLessThan(before);
        assertThat(span().getEvents().getFirst().getEpochNanos()).isGreaterThanOrEqualTo(before);
        assertThat(span().getEndEpochNanos()).isGreaterThanOrEqualTo(before);
        assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void theSpanIsTheCurrentOneOfTheHandler() {
        tracing.around(TYPE, PARENT, () -> Span.current().getSpanContext().getTraceId()).run();
        assertThat(span().getAttributes().get(HandlerTracing.OUTCOME))
                .isEqualTo(span().getTraceId());
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void onlyAFailureOfTheServiceIsAnError() {
        tracing.around(TYPE, PARENT, ErrorCode.INTERNAL_ERROR::name).run();
        assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        spans.reset();
        Runnable broken =
                tracing.around(
                        TYPE,
                        PARENT,
                        () -> {
                            throw new StackOverflowError();
                        });
        assertThatThrownBy(broken::run).isInstanceOf(StackOverflowError.class);
        assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span().getAttributes()).isEqualTo(Attributes.empty());
    }

    @Test
    void withoutTracerOrIdsTheWorkIsDoneAndNothingElse() {
        AtomicInteger done = new AtomicInteger();
        new HandlerTracing(null).around(TYPE, PARENT, () -> "done " + done.incrementAndGet()).run();
        tracing.around(TYPE, new TraceContext(0, 0, 3), () -> "done " + done.incrementAndGet())
                .run();
        assertThat(done).hasValue(2);
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void whatReachesNoHandlerHasNoSpan() {
        assertThat(tracing.around(TYPE, PARENT, () -> "served")).isNotNull();
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }
}
