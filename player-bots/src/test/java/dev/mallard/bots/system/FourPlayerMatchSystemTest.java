package dev.mallard.bots.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.bots.scenario.FourPlayerMatch;
import dev.mallard.bots.scenario.MatchResult;
import dev.mallard.bots.scenario.MatchSettings;
import dev.mallard.bots.scenario.Narrator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

@Timeout(900)
class FourPlayerMatchSystemTest {

    private static final Map<String, String> SHORT_PHASES =
            Map.of(
                    "MALLARD_GAME_RULES_TIMING_DAY", "6s",
                    "MALLARD_GAME_RULES_TIMING_NIGHT", "10s");

    private static SuiteProcesses suite;

    @BeforeAll
    static void start() throws Exception {
        suite = SuiteProcesses.started("match", SHORT_PHASES);
    }

    @AfterAll
    static void stop() throws Exception {
        suite.close();
    }

    @Test
    void twoMatchesAtOnceComeToTheirEnds() throws Exception {
        ByteArrayOutputStream tale = new ByteArrayOutputStream();
        try (ExecutorService matches = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<MatchResult> first = matches.submit(() -> match("", tale).play());
            Future<MatchResult> second =
                    matches.submit(() -> match("Two", new ByteArrayOutputStream()).play());
            checkMatch(first.get(120, TimeUnit.SECONDS));
            checkMatch(second.get(120, TimeUnit.SECONDS));
            assertThat(first.get().roomId()).isNotEqualTo(second.get().roomId());
        }
        assertThat(tale.toString(StandardCharsets.UTF_8))
                .contains(
                        "Anna creates room",
                        "The game starts",
                        "takes the wooden sword",
                        "Anna eats an apple",
                        "Boris opens box",
                        "Clara picks up a mustard seed",
                        "Night falls",
                        "A wave of 5 monsters comes",
                        "Dora falls",
                        "Dora is back",
                        "The core has 0 hit points left",
                        "Game over",
                        "All four are in the lobby again");
    }

    private static void checkMatch(MatchResult result) {
        assertThat(result.waves()).isGreaterThanOrEqualTo(1);
        assertThat(result.monstersBeaten()).isGreaterThanOrEqualTo(5);
        assertThat(result.deaths()).isGreaterThanOrEqualTo(1);
        assertThat(result.revivals()).isGreaterThanOrEqualTo(1);
        assertThat(result.errors()).isZero();
    }

    private static FourPlayerMatch match(String group, ByteArrayOutputStream tale) {
        MatchSettings settings =
                new MatchSettings(
                        "localhost",
                        suite.portOf(Service.GATEWAY),
                        group,
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(110));
        PrintStream out = new PrintStream(tale, true, StandardCharsets.UTF_8);
        return new FourPlayerMatch(settings, new Narrator(out, System::nanoTime));
    }
}
