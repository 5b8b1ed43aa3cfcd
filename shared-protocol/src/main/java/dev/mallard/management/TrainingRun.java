package dev.mallard.management;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;

/**
 * Ends a service that has started, after one look at its health: so the JVM learns for its cache everything
 * that a start needs, down to the sockets and the first answer.
 */
final class TrainingRun implements ApplicationListener<ApplicationReadyEvent> {

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        ConfigurableApplicationContext context = ready.getApplicationContext();
        ask(context.getEnvironment().getRequiredProperty("local.server.port"));
        context.close();
    }

    private static void ask(String port) {
        URI liveness = URI.create("http://127.0.0.1:" + port + "/actuator/health/liveness");
        try (InputStream answer = liveness.toURL().openStream()) {
            answer.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the service does not answer in its training run", failure);
        }
    }
}
