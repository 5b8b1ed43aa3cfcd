package dev.mallard.bots.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.bots.load.LoadResult;
import dev.mallard.bots.load.SampleResult;
import dev.mallard.bots.load.measure.Percentiles;
import dev.mallard.bots.load.measure.Sample;

import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class ReportsTest {

    private static final Percentiles TIMES = new Percentiles(10, 0.25, 0.5, 12.5, 20, 123);

    private final LoadResult clean = SampleResult.withErrors(Map.of());
    private final LoadResult faulty =
            SampleResult.withErrors(Map.of("ROOM_FULL", 3L, "CONNECTION_LOST", 1234L));

    @Test
    void theTableHasARowForEachKind() {
        assertThat(SummaryTable.of(clean).lines())
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .matches(
                                                "list-rooms +100 +97 +2 +0 +0 +1 +0\\.500 +4\\.00"
                                                        + " +8\\.00 +16\\.50"))
                .anySatisfy(
                        line -> assertThat(line).matches("position-seen +90\\.00 +210 +220 +250"))
                .contains(
                        "5,000 packets sent, 12,345 received; measured 10.0 s",
                        "2 games started",
                        "No errors");
        assertThat(SummaryTable.of(faulty))
                .contains("Errors:")
                .containsSubsequence("1,234 CONNECTION_LOST", "3 ROOM_FULL");
    }

    @Test
    void theJsonCanBeRead() {
        Map<String, Object> json =
                JsonParserFactory.getJsonParser()
                        .parseMap(JsonReport.of(faulty, List.of("--max-errors 0: \"many\"")));
        assertThat(json)
                .containsEntry("startedAt", "2030-01-02T03:04:05Z")
                .containsEntry("brokenLimits", List.of("--max-errors 0: \"many\""))
                .hasEntrySatisfying(
                        "errors",
                        errors ->
                                assertThat(errors)
                                        .hasToString("{CONNECTION_LOST=1234, ROOM_FULL=3}"))
                .hasEntrySatisfying(
                        "packetsReceived", count -> assertThat(count).hasToString("12345"));
        assertThat((List<?>) json.get("samples")).hasSize(12);
        assertThat((List<?>) json.get("kinds")).hasSize(2);
    }

    @Test
    void theHtmlNeedsNothingElse() {
        String html = HtmlReport.of(clean, List.of(), false);
        assertThat(html)
                .contains("16 players in 2 rooms", "No errors", "<svg", "prefers-color-scheme")
                .doesNotContain("{{", "<script", "http:", "https:", "url(", "NaN", "Infinity");
    }

    @Test
    void theHtmlShowsErrorsAndBrokenLimits() {
        String html = HtmlReport.of(faulty, List.of("--max-p99 5.0 ms: <it> was"), true);
        assertThat(html)
                .contains(
                        "Limits broken",
                        "--max-p99 5.0 ms: &lt;it&gt; was",
                        "Errors in each interval",
                        "CONNECTION_LOST",
                        "1,234")
                .doesNotContain("<it>", "NaN");
    }

    @Test
    void keptLimitsAreSaidToBeKept() {
        assertThat(HtmlReport.of(clean, List.of(), true)).contains("All limits kept");
    }

    @Test
    void theTerminalHasOneLineThatIsRewritten() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProgressLine line = new ProgressLine(stream(bytes), true);
        line.show(sample(1, Map.of()));
        line.show(sample(2, Map.of()));
        line.end();
        assertThat(text(bytes))
                .startsWith(
                        "\r"
                            + "   1 s * lobby 5  game 10  1,601 packets/s  p50 0.250  p99 12.50 ms "
                            + " errors 0")
                .contains("\r   2 s ")
                .endsWith(System.lineSeparator())
                .containsOnlyOnce(System.lineSeparator());
    }

    @Test
    void elsewhereALineComesEveryFiveSecondsAndWithNewErrors() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProgressLine line = new ProgressLine(stream(bytes), false);
        for (int second = 1; second <= 12; second++) {
            line.show(sample(second, second < 8 ? Map.of() : Map.of("ROOM_FULL", 2L)));
        }
        line.end();
        assertThat(text(bytes).lines())
                .extracting(shown -> shown.substring(0, 6).strip())
                .containsExactly("1 s", "6 s", "8 s");
        assertThat(text(bytes)).doesNotContain("\r", "\u001b");
    }

    private static Sample sample(double second, Map<String, Long> errors) {
        return SampleResult.sample(second, false, TIMES, TIMES, errors);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
