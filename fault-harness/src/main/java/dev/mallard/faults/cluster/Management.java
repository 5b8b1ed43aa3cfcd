package dev.mallard.faults.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks a management port for its pages. Any thread. */
final class Management implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** The HTTP status of a page, 0 if there is no answer. */
    int status(int port, String path) throws InterruptedException {
        try {
            return http.send(request(port, path), BodyHandlers.discarding()).statusCode();
        } catch (IOException notThere) {
            return 0;
        }
    }

    /** A page, unless it is not there or the service does not answer in time. */
    Optional<String> page(int port, String path) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request(port, path), BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static HttpRequest request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(ANSWER_WITHIN)
                .build();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
