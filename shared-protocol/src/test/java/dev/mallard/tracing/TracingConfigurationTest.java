package dev.mallard.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What tracing does when it is on, with a collector that only keeps what it is sent, and when it is off. */
class TracingConfigurationTest {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withUserConfiguration(TracingConfiguration.class)
                    .withPropertyValues("spring.application.name=the-service");
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private HttpServer collector;

    @BeforeEach
    void startCollector() throws IOException {
        collector =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", this::take);
        collector.start();
    }

    @AfterEach
    void stopCollector() {
        collector.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        received.add(
                exchange.getRequestURI().getPath()
                        + " "
                        + new String(body, StandardCharsets.ISO_8859_1));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Test
    void spansAreSentToTheCollectorBeforeTheServiceStops() throws Exception {
        context.withPropertyValues("mallard.tracing.enabled=true", endpoint())
                .run(on -> on.getBean(Tracer.class).spanBuilder("a span").startSpan().end());
        assertThat(received.poll(10, TimeUnit.SECONDS))
                .startsWith("/v1/traces ")
                .contains("a span", "the-service");
    }

    @Test
    void offIsTheDefaultAndStartsNothing() {
        context.withPropertyValues(endpoint())
                .run(
                        off ->
                                assertThat(off)
                                        .hasNotFailed()
                                        .doesNotHaveBean(Tracer.class)
                                        .doesNotHaveBean(OpenTelemetrySdk.class));
        assertThat(received).isEmpty();
    }

    @Test
    void anEmptyEndpointStopsTheStart() {
        context.withPropertyValues("mallard.tracing.endpoint=")
                .run(failed -> assertThat(failed).hasFailed());
    }

    private String endpoint() {
        return "mallard.tracing.endpoint=http://localhost:" + collector.getAddress().getPort();
    }
}
