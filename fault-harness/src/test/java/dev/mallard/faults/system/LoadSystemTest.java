package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.faults.cluster.Service;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The load generator as a process of its own, against the suite. */
@Timeout(900)
class LoadSystemTest {

    private static final Map<String, String> CHEAP_PASSWORDS =
            Map.of(
                    "MALLARD_GATEWAY_ACCOUNTS_HASHING_MEMORY", "64KB",
                    "MALLARD_GATEWAY_ACCOUNTS_HASHING_ITERATIONS", "1");

    private static SuiteProcesses suite;

    @TempDir private Path folder;

    @BeforeAll
    static void start() throws Exception {
        suite = SuiteProcesses.started("load", CHEAP_PASSWORDS);
    }

    @AfterAll
    static void stop() throws Exception {
        suite.close();
    }

    @Test
    void twentyBotsPlayMatchesAndEveryRequestIsAccountedFor() throws Exception {
        Path json = folder.resolve("reports/match.json");
        Path html = folder.resolve("reports/match.html");
        int code =
                load(
                        "--players=20 --rooms=4 --duration=12s --match=3s --timeout=60s"
                                + " --max-errors=0",
                        "--json=" + json,
                        "--html=" + html);
        assertThat(code).as(output()).isZero();
        Map<String, Object> report =
                JsonParserFactory.getJsonParser().parseMap(Files.readString(json));
        Map<?, ?> requests = part(report, "requests");
        assertThat(number(requests, "sent"))
                .isPositive()
                .isEqualTo(
                        number(requests, "answered")
                                + number(requests, "refused")
                                + number(requests, "overtaken"));
        assertThat(number(requests, "lost") + number(requests, "closed")).isZero();
        Map<?, ?> happenings = part(report, "happenings");
        assertThat(number(happenings, "account_registered")).isEqualTo(20);
        assertThat(number(happenings, "game_started")).isGreaterThanOrEqualTo(4);
        assertThat(number(happenings, "game_ended")).isPositive();
        assertThat((List<?>) report.get("kinds"))
                .extracting(kind -> String.valueOf(((Map<?, ?>) kind).get("kind")))
                .contains("chat-heard", "position-seen", "use-item", "take-off");
        assertThat(Files.readString(html)).contains("All limits kept");
    }

    @Test
    void aBrokenLimitIsNamedAndFails() throws Exception {
        int code =
                load(
                        "--players=4 --rooms=2 --duration=3s --behaviour=lobby"
                                + " --account-prefix=strict",
                        "--max-p99=0.001ms");
        assertThat(code).isEqualTo(1);
        assertThat(output()).contains("Limit broken: --max-p99 0.001 ms: it was ");
    }

    @Test
    void aWrongCommandLineIsRefused() throws Exception {
        assertThat(load("--players=9 --rooms=1")).isEqualTo(2);
        assertThat(output()).contains("9 players do not fit into 1 rooms of 8");
    }

    private int load(String options, String... more) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-jar", "../player-bots/target/player-bots-exec.jar", "load"));
        command.add("--port=" + suite.portOf(Service.GATEWAY));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of(more));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        try {
            assertThat(process.waitFor(300, TimeUnit.SECONDS)).as("it ends").isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    private static Map<?, ?> part(Map<String, Object> json, String name) {
        return (Map<?, ?>) Objects.requireNonNull(json.get(name));
    }

    private static long number(Map<?, ?> json, String name) {
        return Long.parseLong(String.valueOf(json.get(name)));
    }
}
