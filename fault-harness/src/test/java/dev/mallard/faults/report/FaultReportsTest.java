package dev.mallard.faults.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.faults.check.Finding;
import dev.mallard.faults.run.FaultOutcome;
import dev.mallard.faults.run.RunResult;
import dev.mallard.faults.run.SampleRun;

import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;

import java.util.List;
import java.util.Map;

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
        Map<String, Object> json = JsonParserFactory.getJsonParser().parseMap(FaultJson.of(BAD));
        assertThat(json).containsEntry("good", false);
        assertThat((List<?>) json.get("faults")).hasSize(4);
        assertThat((List<?>) json.get("checks")).hasSize(1);
        assertThat(String.valueOf(json.get("load"))).contains("requests", "samples");
        assertThat((List<?>) json.get("growth")).hasSize(1);
        assertThat((List<?>) json.get("script")).hasSize(BAD.script().size());
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
