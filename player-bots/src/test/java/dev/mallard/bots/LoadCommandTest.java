package dev.mallard.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mallard.bots.load.Limits;
import dev.mallard.bots.load.LoadSettings;
import dev.mallard.bots.load.behaviour.Behaviours;
import dev.mallard.bots.load.behaviour.Pace;
import dev.mallard.bots.load.measure.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class LoadCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final BotsApplication application =
            new BotsApplication(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void allOptionsAreTaken() {
        LoadCommand command =
                parse(
                        "--host h --port 1 --players 20 --rooms 5 --duration 2m --behaviour chat"
                            + " --ramp 7.5 --lobby-rate 1 --move-rate 10 --chat-rate 0.25 --match"
                            + " 45s --account-prefix night --timeout 500ms --seed 9 --max-p99=5ms"
                            + " --max-p99 position-seen=0.25s --max-errors 0 --json j --html"
                            + " h.html");
        assertThat(command.settings())
                .isEqualTo(
                        new LoadSettings(
                                "h",
                                1,
                                20,
                                5,
                                Duration.ofMinutes(2),
                                Behaviours.CHAT,
                                new Pace(1, 10, 0.25, Duration.ofSeconds(45)),
                                7.5,
                                "night",
                                Duration.ofMillis(500),
                                9));
        assertThat(command.limits())
                .isEqualTo(
                        new Limits(
                                Duration.ofMillis(5),
                                Map.of(Kind.POSITION_SEEN, Duration.ofMillis(250)),
                                0L));
        assertThat(command.json()).isEqualTo(Path.of("j"));
        assertThat(command.html()).isEqualTo(Path.of("h.html"));
        assertThat(command.limited()).isTrue();
    }

    @Test
    void defaultsMakeASmallMatch() {
        LoadCommand command = LoadCommand.parse(List.of());
        assertThat(command.settings().behaviour()).isEqualTo(Behaviours.MATCH);
        assertThat(command.settings().players()).isEqualTo(8);
        assertThat(command.settings().rooms()).isEqualTo(1);
        assertThat(command.limited()).isFalse();
        assertThat(command.json()).isNull();
    }

    @Test
    void roomsAreAsFewAsHoldAllPlayersAndTheLastValueCounts() {
        assertThat(parse("--players 8 --players 81").settings().rooms()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--players 200 --rooms 24 | 200 players do not fit into 24 rooms of 8; they need at"
                        + " least 25",
                "--players 3 --rooms 4 | 4 rooms are more than 3 players can meet in",
                "--players 0 | there may be 1 to 20000 players, not 0",
                "--players many | --players needs a whole number, not many",
                "--behaviour dance | there is no behaviour \"dance\"; there are match, move, chat,"
                        + " lobby",
                "--duration 60 | --duration needs a time with its unit, such as 500ms, 30s or 5m,"
                        + " not 60",
                "--duration 1ms | the duration is at least 1s",
                "--port 70000 | a port is a number from 1 to 65535",
                "--ramp 0 | the ramp is a number",
                "--ramp NaN | the ramp is a number",
                "--chat-rate -1 | the chat rate is a number above 0",
                "--account-prefix a@b | an account prefix has 1 to 12 letters and digits",
                "--max-p99 soon | --max-p99 needs a time with its unit",
                "--max-p99 dance=5ms | --max-p99 knows no kind \"dance\"",
                "--max-errors -1 | --max-errors has to be at least 0",
                "--timeout | --timeout needs a value",
                "--speed 9 | Unknown option: --speed",
                "players | Not an option: players"
            })
    void aWrongCommandLineIsExplained(String line, String reason) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(reason);
        String[] args = ("load " + line).split(" ");
        assertThat(application.run(args)).isEqualTo(BotsApplication.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith(reason)
                .contains("--help shows all options");
    }

    @Test
    void helpTeaches() {
        assertThat(application.run("load", "--help")).isEqualTo(BotsApplication.OK);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Examples", "--max-p99", "position-seen")
                .satisfies(
                        text ->
                                assertThat(text.lines())
                                        .allSatisfy(line -> assertThat(line).hasSizeLessThan(105)));
        assertThat(LoadCommand.USAGE)
                .contains(Arrays.stream(Behaviours.values()).map(Behaviours::label).toList());
    }

    @Test
    void withoutServerItFails() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        int code = application.run("load", "--port", String.valueOf(port));
        assertThat(code).isEqualTo(BotsApplication.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("could not log in at 127.0.0.1:" + port);
    }

    private static LoadCommand parse(String line) {
        return LoadCommand.parse(List.of(line.split(" ")));
    }
}
