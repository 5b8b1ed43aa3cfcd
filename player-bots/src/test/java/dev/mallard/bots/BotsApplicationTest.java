package dev.mallard.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.bots.scenario.MatchSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

class BotsApplicationTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final BotsApplication application =
            new BotsApplication(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void helpTeaches() {
        assertThat(application.run("help")).isEqualTo(BotsApplication.OK);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--host", "--port", "--limit");
    }

    @Test
    void helpAmongOptions() {
        assertThat(application.run("match", "--help")).isEqualTo(BotsApplication.OK);
    }

    @Test
    void aCommandIsNeeded() {
        assertThat(application.run()).isEqualTo(BotsApplication.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("A command is missing.");
    }

    @ParameterizedTest
    @CsvSource({
        "fight --port 1, Unknown command: fight",
        "match --port, --port needs a value",
        "match --port many, '--port needs a number, not many'",
        "match --port 70000, a port is a number",
        "match --group a-b, a group has",
        "match --limit 0, --limit has to be at least 1",
        "match --speed 9, Unknown option: --speed"
    })
    void aWrongCommandLineIsExplained(String line, String reason) {
        assertThat(application.run(line.split(" "))).isEqualTo(BotsApplication.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(reason).contains("Usage");
    }

    @Test
    void optionsAreTaken() {
        MatchSettings settings =
                MatchCommand.parse(
                                "match",
                                "--host",
                                "gateway",
                                "--port",
                                "1",
                                "--group",
                                "B2",
                                "--timeout",
                                "3",
                                "--limit",
                                "4")
                        .settings();
        assertThat(settings)
                .isEqualTo(
                        new MatchSettings(
                                "gateway", 1, "B2", Duration.ofSeconds(3), Duration.ofSeconds(4)));
    }

    @Test
    void aMatchWithoutServerFailsInOneLine() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        int code = application.run("match", "--port", String.valueOf(port));
        assertThat(code).isEqualTo(BotsApplication.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("The match failed: cannot connect to 127.0.0.1:" + port);
    }
}
