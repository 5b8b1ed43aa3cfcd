package dev.mallard.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mallard.faults.script.FaultKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class FaultsCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return new FaultsApplication(stream(out), stream(err)).run(args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Test
    void everythingHasADefault() {
        FaultsCommand command = FaultsCommand.parse(List.of());
        assertThat(command.help()).isFalse();
        assertThat(command.settings().kinds()).hasSize(FaultKind.values().length);
        assertThat(command.settings().players()).isEqualTo(100);
        assertThat(command.settings().rooms()).isEqualTo(25);
        assertThat(command.settings().duration()).isEqualTo(Duration.ofMinutes(10));
        assertThat(command.settings().soak()).isFalse();
    }

    @Test
    void everythingCanBeSaid() {
        FaultsCommand command =
                FaultsCommand.parse(
                        List.of(
                                "--seed=7",
                                "--duration",
                                "1h",
                                "--gateways=3",
                                "--lobbies=4",
                                "--games=5",
                                "--players=20",
                                "--rooms=5",
                                "--faults=kill,long-freeze",
                                "--gap=45s",
                                "--timeout=20s",
                                "--match=9s",
                                "--redis",
                                "--soak",
                                "--report=there"));
        assertThat(command.settings().seed()).isEqualTo(7);
        assertThat(command.settings().kinds())
                .containsExactlyInAnyOrder(FaultKind.KILL, FaultKind.LONG_FREEZE);
        assertThat(command.settings().games()).isEqualTo(5);
        assertThat(command.settings().gap()).isEqualTo(Duration.ofSeconds(45));
        assertThat(command.settings().timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(command.settings().redis()).isTrue();
        assertThat(command.settings().soak()).isTrue();
        assertThat(command.report()).isEqualTo(Path.of("there"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--faults=flood | there is no fault \"flood\"",
                "--players=1 | 2 to 2000 players",
                "--players=16 --rooms=1 | meet in 2 to 16 rooms",
                "--gateways=9 | 1 to 8 instances",
                "--soak --games=1 | two of each",
                "--duration=1s | at least 10s",
                "--speed=1 | Unknown option"
            })
    void whatMakesNoSenseIsRefused(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultsCommand.parse(List.of(line.split(" "))))
                .withMessageContaining(message);
        assertThat(run(line.split(" "))).isEqualTo(FaultsApplication.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message, "--help");
    }

    @Test
    void helpNamesEveryFault() {
        assertThat(run("--help")).isZero();
        String text = out.toString(StandardCharsets.UTF_8);
        for (FaultKind kind : FaultKind.values()) {
            assertThat(text).contains(kind.label());
        }
    }

    @Test
    void theScriptCanBeShownWithoutRunningIt() {
        assertThat(run("--script", "--seed=3", "--duration=60s", "--faults=kill")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(" s  kill "));
    }
}
