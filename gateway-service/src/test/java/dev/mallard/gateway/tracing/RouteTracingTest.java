package dev.mallard.gateway.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.TraceContext;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Objects;
import java.util.stream.IntStream;

class RouteTracingTest {

    private static final int TYPE = PacketType.GET_ROOM_LIST_REQUEST.id();
    private static final int REQUESTS = 10_000;

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final SdkTracerProvider provider =
            SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build();

    @AfterEach
    void close() {
        provider.close();
    }

    private RouteTracing tracing(double share) {
        return new RouteTracing(provider.get("test"), share);
    }

    private static long chosen(RouteTracing tracing) {
        return IntStream.range(0, REQUESTS)
                .filter(i -> tracing.begin(TYPE, "lobby") != null)
                .count();
    }

    @Test
    void theShareIsRespected() {
        assertThat(chosen(tracing(0))).isZero();
        assertThat(chosen(tracing(1))).isEqualTo(REQUESTS);
        // 2,000 are expected, give or take 40; ten times that is no chance.
        assertThat(chosen(tracing(0.2))).isBetween(1_600L, 2_400L);
    }

    @Test
    void offTracesNothing() {
        RouteTracing off = new RouteTracing(null, 1);
        assertThat(off.isOn()).isFalse();
        assertThat(off.begin(TYPE, "lobby")).isNull();
    }

    @Test
    void whatTheSdkDoesNotRecordIsNotTraced() {
        try (SdkTracerProvider never =
                SdkTracerProvider.builder().setSampler(Sampler.alwaysOff()).build()) {
            assertThat(new RouteTracing(never.get("test"), 1).begin(TYPE, "lobby")).isNull();
        }
    }

    @Test
    void aSpanTellsTheServiceItsIds() {
        RouteSpan span = Objects.requireNonNull(tracing(1).begin(TYPE, "lobby"));
        TraceContext context = span.context();
        span.answered();
        assertThat(context.isValid()).isTrue();
        assertThat(spans.getFinishedSpanItems().getFirst().getSpanId())
                .isEqualTo("%016x".formatted(context.spanId()));
    }

    @Test
    void whatIsNeverAnsweredIsAnError() {
        RouteSpan span = Objects.requireNonNull(tracing(1).begin(TYPE, "lobby"));
        assertThat(spans.getFinishedSpanItems()).isEmpty();
        span.abandoned();
        assertThat(spans.getFinishedSpanItems().getFirst().getStatus())
                .isEqualTo(StatusData.create(StatusCode.ERROR, "not answered"));
    }
}
