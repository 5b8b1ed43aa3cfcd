package dev.mallard.gateway.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.protocol.message.C2SLeaveRoomRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

import java.util.List;
import java.util.Map;

/** Traces of requests through a gateway and the service behind it, two applications with spans of their own. */
class TracingIntegrationTest {

    private static final String ON = "mallard.tracing.enabled=true";
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("mallard.outcome");
    private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

    private static final int UNKNOWN_PACKET = 9000;

    private static final SmallLobby LOBBY = new SmallLobby(ON);
    private static final FakeService GAME = new FakeService("game", "game-1").start();

    /** Traces nothing, and fails the test if it is sent a trace. */
    private static final FakeService ECHO = new FakeService("echo", "echo-1").start();

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway =
                gateway(
                        ON,
                        "mallard.gateway.tracing.share=1",
                        "mallard.gateway.upstream.groups.echo.instances=" + ECHO.address(),
                        "mallard.gateway.routes[0].first-id=" + UNKNOWN_PACKET,
                        "mallard.gateway.routes[0].group=echo");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        LOBBY.close();
        GAME.close();
        ECHO.close();
    }

    @AfterEach
    void forgetSpans() {
        spans(gateway).reset();
        spans().reset();
    }

    @Test
    void aRequestIsOneTraceInBothApplications() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            client.send(TestPackets.roomList());
            client.read(PayloadCase.GET_ROOM_LIST_RESPONSE);
            SpanData route = onlySpan(spans(gateway));
            SpanData handle = onlySpan(spans());
            assertThat(route.getName()).isEqualTo("route GET_ROOM_LIST_REQUEST");
            assertThat(handle.getName()).isEqualTo("handle GET_ROOM_LIST_REQUEST");
            assertThat(handle.getTraceId()).isEqualTo(route.getTraceId());
            assertThat(handle.getParentSpanId()).isEqualTo(route.getSpanId());
            assertThat(route.getParentSpanContext().isValid()).isFalse();
            assertThat(serviceName(route)).isEqualTo("mallard-gateway");
            assertThat(serviceName(handle)).isEqualTo("small-lobby");
            assertThat(handle.getEvents()).extracting("name").containsExactly("handler begins");
            // No user, no address: nothing but these.
            assertThat(route.getAttributes().asMap())
                    .isEqualTo(Map.of(RouteTracing.UPSTREAM, "lobby"));
            assertThat(handle.getAttributes().asMap()).isEqualTo(Map.of(OUTCOME, "served"));
        }
    }

    @Test
    void aRefusalIsTheOutcome() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            client.send(
                    GamePacket.newBuilder()
                            .setLeaveRoomRequest(C2SLeaveRoomRequest.getDefaultInstance())
                            .build());
            assertThat(client.readError()).isEqualTo("NOT_IN_ROOM");
            SpanData handle = onlySpan(spans());
            assertThat(handle.getAttributes().asMap()).isEqualTo(Map.of(OUTCOME, "NOT_IN_ROOM"));
            assertThat(handle.getStatus()).isEqualTo(StatusData.unset());
        }
    }

    @Test
    void aServiceThatDoesNotTraceIsNotToldOfTraces() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            client.sendHex("2328 05 312e302e30 00000000");
            assertThat(ECHO.request().packetType()).isEqualTo(UNKNOWN_PACKET);
            // A request that need not be answered ends when it is sent.
            assertThat(onlySpan(spans(gateway)).getName()).isEqualTo("route OTHER");
            assertThat(spans().getFinishedSpanItems()).isEmpty();
        }
    }

    @Test
    void offMeansThatNothingIsRecorded() throws Exception {
        try (RunningGateway off = gateway("mallard.gateway.tracing.share=1");
                TestClient client = off.loggedIn()) {
            client.send(TestPackets.roomList());
            client.read(PayloadCase.GET_ROOM_LIST_RESPONSE);
            assertThat(off.bean(RouteTracing.class).isOn()).isFalse();
            assertThat(spans(off).getFinishedSpanItems()).isEmpty();
            assertThat(spans().getFinishedSpanItems()).isEmpty();
            for (Class<?> type : List.of(OpenTelemetrySdk.class, Tracer.class)) {
                assertThatThrownBy(() -> off.bean(type))
                        .isInstanceOf(NoSuchBeanDefinitionException.class);
            }
        }
    }

    private static RunningGateway gateway(String... settings) {
        return new RunningGateway(
                        List.of(SpanRecorder.class), LOBBY.address(), GAME.address(), settings)
                .awaitLinks();
    }

    private static InMemorySpanExporter spans(RunningGateway gateway) {
        return gateway.bean(InMemorySpanExporter.class);
    }

    private static InMemorySpanExporter spans() {
        return LOBBY.bean(InMemorySpanExporter.class);
    }

    /** Spans end a moment after the client has its answer. */
    private static SpanData onlySpan(InMemorySpanExporter spans) {
        await().until(() -> !spans.getFinishedSpanItems().isEmpty());
        assertThat(spans.getFinishedSpanItems()).hasSize(1);
        return spans.getFinishedSpanItems().getFirst();
    }

    private static String serviceName(SpanData span) {
        return String.valueOf(span.getResource().getAttribute(SERVICE_NAME));
    }
}
