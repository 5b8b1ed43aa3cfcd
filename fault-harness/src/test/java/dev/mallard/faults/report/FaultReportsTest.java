package dev.mallard.faults.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;

import dev.mallard.faults.check.Finding;
import dev.mallard.faults.run.FaultOutcome;
import dev.mallard.faults.run.RunResult;
import dev.mallard.faults.run.SampleRun;

import org.junit.jupiter.api.Test;

import java.util.List;

class FaultReportsTest {

    private static final List<FaultOutcome> OUTCOMES =
            List.of(
                    new FaultOutcome(SampleRun.KILL, 5, 20, 1.0, ""),
                    new FaultOutcome(SampleRun.KILL, 25, 40, 3.0, ""),
                    new FaultOutcome(SampleRun.KILL, 45, 60, 2.5, ""),
                    new FaultOutcome(SampleRun.STALL, 65, 67, null, "a <probe> failed"));
    private static final RunResult GOOD =
            SampleRun.result(
                    OUTCOMES.subList(0, 3), List.of(new Finding("all is well", List.of())));
    private static final RunResult BAD =
            SampleRun.result(
                    OUTCOMES, List.of(new Finding("all is well", List.of("room 5 <remains>"))));

    @Test
    void recoveriesAreSummedUpBySort() {
        assertThat(RecoveryTimes.of(OUTCOMES))
                .containsExactly(
                        new RecoveryTimes("kill lobby", 3, 0, 1.0, 2.5, 3.0),
                        new RecoveryTimes("stall clients", 1, 1, 0, 0, 0));
    }

    @Test
    void theMedianOfTwoIsBetweenThem() {
        assertThat(RecoveryTimes.of(OUTCOMES.subList(0, 2)))
                .containsExactly(new RecoveryTimes("kill lobby", 2, 0, 1.0, 2.0, 3.0));
    }

    @Test
    void theTableTellsWhatIsBroken() {
        assertThat(FaultTable.of(GOOD)).contains("kept    all is well", "kill lobby", "2.50");
        assertThat(FaultTable.of(BAD))
                .contains("BROKEN  all is well", "room 5 <remains>", "left out  disk-full");
        assertThat(FaultTable.line(OUTCOMES.getFirst()))
                .contains("kill lobby-2", "recovered after 1.00 s");
        assertThat(FaultTable.line(OUTCOMES.getLast())).contains("NOT RECOVERED: a <probe> failed");
    }

    @Test
    void theJsonHasEverything() {
        DocumentContext json = JsonPath.parse(FaultJson.of(BAD));
        assertThat(json.<Boolean>read("$.good")).isFalse();
        assertThat(json.<Integer>read("$.faults.length()")).isEqualTo(4);
        assertThat(json.<String>read("$.checks[0].violations[0]")).isEqualTo("room 5 <remains>");
        assertThat(json.<Integer>read("$.load.requests.sent")).isEqualTo(100);
        assertThat(json.<Double>read("$.growth[0].change")).isEqualTo(0.1);
        assertThat(json.<Integer>read("$.script.length()")).isEqualTo(BAD.script().size());
    }

    @Test
    void thePageIsWholeAndSafe() {
        String page = FaultHtml.of(BAD);
        assertThat(page)
                .contains("Promises broken", "seed 7", "kill lobby-2", "room 5 &lt;remains&gt;")
                .contains(
                        "a &lt;probe&gt; failed",
                        "disk-full: not &lt;allowed&gt;",
                        "away &amp; back")
                .doesNotContain("{{", "<probe>", "<remains>", "http");
        assertThat(FaultHtml.of(GOOD)).contains("Nothing lost");
    }

    @Test
    void barsShowFaultsAndRecoveries() {
        String svg = TimeLine.of(OUTCOMES, 5, 0, 100);
        assertThat(svg.split("class=\"fault")).hasSize(1 + OUTCOMES.size());
        assertThat(svg).contains("fault lost", "healing");
    }
}
