package dev.mallard.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mallard.benchmarks.process.GatewayKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;

class CommandLineTest {

    private static final Path OUTPUT = Path.of("run");

    @Test
    void optionsMayStandAnywhere() {
        CommandLine line =
                CommandLine.parse(
                        OUTPUT,
                        "--repetitions",
                        "3",
                        "relay",
                        "--seconds",
                        "0.5",
                        "fanout",
                        "--gateways",
                        "mallard,bare-netty");
        assertThat(line.benchmarks()).containsExactly("relay", "fanout");
        assertThat(line.settings().repetitions()).isEqualTo(3);
        assertThat(line.settings().window()).isEqualTo(Duration.ofMillis(500));
        assertThat(line.settings().gateways())
                .containsExactly(GatewayKind.MALLARD, GatewayKind.BARE);
        assertThat(line.output()).isEqualTo(OUTPUT);
    }

    @ParameterizedTest
    @CsvSource({
        "--repetitions, 0, at least 1",
        "--clients, many, needs a number",
        "--gateways, nginx, 'knows mallard,other,bare-netty,node'",
        "--colour, red, unknown option"
    })
    void mistakesAreExplained(String option, String value, String explanation) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse(OUTPUT, option, value))
                .withMessageContaining(explanation);
    }

    @Test
    void anOptionNeedsItsValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse(OUTPUT, "--seconds"))
                .withMessageContaining("--seconds needs a value");
    }
}
