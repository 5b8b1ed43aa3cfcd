package dev.mallard.faults.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.bots.load.measure.Measurements;
import dev.mallard.bots.load.measure.Outcome;
import dev.mallard.faults.check.Finding;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class AccountsTest {

    private static List<String> violations(
            Map<Outcome, Long> requests, Map<String, Long> errors, List<FaultOutcome> faults) {
        return Accounts.check(SampleRun.load(requests, errors), faults).stream()
                .map(Finding::violations)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void errorsAndEndsThatPlayersSeeAreNoLoss() {
        assertThat(
                        violations(
                                Map.of(
                                        Outcome.ANSWERED, 90L,
                                        Outcome.REFUSED, 5L,
                                        Outcome.OVERTAKEN, 2L,
                                        Outcome.CLOSED, 3L),
                                Map.of("LOBBY_UNAVAILABLE", 5L, Measurements.CONNECTION_LOST, 3L),
                                List.of(new FaultOutcome(SampleRun.KILL, 5, 6, 1.5, ""))))
                .isEmpty();
    }

    @Test
    void silenceIsALoss() {
        assertThat(violations(Map.of(Outcome.LOST, 2L), Map.of(), List.of()))
                .containsExactly("2 list-rooms without an answer in time");
    }

    @Test
    void whatNobodyHasAskedForIsUnexplained() {
        assertThat(
                        violations(
                                Map.of(),
                                Map.of(Measurements.UNASKED, 1L, Measurements.GAVE_UP, 2L),
                                List.of()))
                .containsExactly("1 ANSWER_NOBODY_ASKED_FOR", "2 PLAYER_GAVE_UP");
    }

    @Test
    void aFaultWithoutRecoveryIsAFailure() {
        FaultOutcome broken =
                new FaultOutcome(SampleRun.STALL, 5, 7, null, "3 players are not logged in");
        assertThat(violations(Map.of(), Map.of(), List.of(broken)))
                .containsExactly(
                        "stall clients of gateway-1 for 2.0 s: 3 players are not logged in");
    }
}
