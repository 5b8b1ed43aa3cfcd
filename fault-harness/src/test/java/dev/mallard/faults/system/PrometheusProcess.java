package dev.mallard.faults.system;

import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;

import dev.mallard.faults.cluster.FreePorts;
import dev.mallard.faults.cluster.Service;

import org.springframework.util.FileSystemUtils;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Prometheus that watches a suite, with the rules of the project. One thread. */
final class PrometheusProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Path RULES = Path.of("..", "k8s", "components", "prometheus", "rules.yml");

    private final Process process;
    private final Path folder;
    private final int port;
    private final Instant begin = Instant.now();
    private final HttpClient http = HttpClient.newHttpClient();

    private PrometheusProcess(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Where the program is, if it is installed. */
    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "prometheus"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it, and waits until it has got something from every service. */
    static PrometheusProcess watching(SuiteProcesses suite, Path program) throws IOException {
        Path folder = Files.createTempDirectory("mallard-prometheus");
        Files.copy(RULES, folder.resolve("rules.yml"));
        Files.writeString(folder.resolve("prometheus.yml"), configuration(suite));
        int port = FreePorts.find(1).getFirst();
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "--config.file=" + folder.resolve("prometheus.yml"),
                                "--storage.tsdb.path=" + folder.resolve("data"),
                                "--web.listen-address=127.0.0.1:" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log.txt").toFile())
                        .start();
        PrometheusProcess prometheus = new PrometheusProcess(process, folder, port);
        await("Prometheus to see all services")
                .atMost(READY_WITHIN)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> prometheus.series("up == 1") == Service.values().length);
        return prometheus;
    }

    private static String configuration(SuiteProcesses suite) {
        StringBuilder yaml =
                new StringBuilder(
                        """
                        global:
                          scrape_interval: 1s
                          evaluation_interval: 1s
                        rule_files: [rules.yml]
                        scrape_configs:
                        """);
        for (Service service : Service.values()) {
            yaml.append(
                    """
                      - job_name: %s
                        metrics_path: /actuator/prometheus
                        static_configs:
                          - targets: ["localhost:%d"]
                    """
                            .formatted(service.label(), suite.managementPortOf(service)));
        }
        return yaml.toString();
    }

    /** How many series a query has returned at any time since the start. */
    int series(String query) throws IOException, InterruptedException {
        List<Object> series = JsonPath.read(range(query), "$.data.result");
        return series.size();
    }

    /** The labels of each series that a query has returned since the start. */
    List<Map<String, String>> labels(String query) throws IOException, InterruptedException {
        return JsonPath.read(range(query), "$.data.result[*].metric");
    }

    private String range(String query) throws IOException, InterruptedException {
        return get(
                "/api/v1/query_range?step=1&start=%d&end=%d&query=%s"
                        .formatted(
                                begin.getEpochSecond(),
                                Instant.now().getEpochSecond(),
                                URLEncoder.encode(query, StandardCharsets.UTF_8)));
    }

    /** The rules as Prometheus has understood and evaluated them, in JSON. */
    String rules() throws IOException, InterruptedException {
        return get("/api/v1/rules");
    }

    /** What a service shows to Prometheus. */
    String shownBy(Service service, SuiteProcesses suite) throws IOException, InterruptedException {
        return get(suite.managementPortOf(service), "/actuator/prometheus");
    }

    private String get(String path) throws IOException, InterruptedException {
        return get(port, path);
    }

    private String get(int from, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + from + path))
                        .timeout(Duration.ofSeconds(20))
                        .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalArgumentException(path + ": " + response.body());
        }
        return response.body();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        FileSystemUtils.deleteRecursively(folder);
    }
}
