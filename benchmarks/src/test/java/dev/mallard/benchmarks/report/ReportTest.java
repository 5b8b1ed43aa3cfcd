package dev.mallard.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class ReportTest {

    @TempDir private Path directory;

    @Test
    void ratiosAreFormedWithinOneRepetition() {
        Figures figures = new Figures();
        for (double noise : List.of(1.0, 5.0, 3.0)) {
            figures.add("p1", "mallard", "cpu", 2 * noise);
            figures.add("p1", "bare", "cpu", noise);
        }
        assertThat(figures.ratio("p1", "mallard", "bare", "cpu").formatWithSpread(2))
                .isEqualTo("2.00 (2.00-2.00)");
        assertThat(figures.get("p1", "bare", "cpu").formatWithSpread(1)).isEqualTo("3.0 (1.0-5.0)");
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(new Samples(List.of(4.0, 1.0, 2.0, 100.0)).median()).isEqualTo(3.0);
    }

    @Test
    void whatWasNotMeasuredIsADash() {
        assertThat(new Figures().get("p1", "node", "cpu").format(2)).isEqualTo("-");
    }

    @Test
    void tablesAlignTheirColumns() {
        Table table = new Table("title", "name", "figure");
        table.add("a", "1,000");
        table.add("longer", "2");
        assertThat(table.toText())
                .isEqualTo(
                        """
                        title
                          name    figure
                          a        1,000
                          longer       2
                        """);
        assertThat(table.toMarkdown())
                .isEqualTo(
                        """
                        **title**

                        | name | figure |
                        |---|---:|
                        | a | 1,000 |
                        | longer | 2 |
                        """);
        assertThatIllegalArgumentException().isThrownBy(() -> table.add("too few"));
    }

    @Test
    void resultsTakeTheirPlaceInADocument() throws IOException {
        Path file = directory.resolve("performance.md");
        Files.writeString(
                file, "before\n<!-- bench:relay -->\nold\n<!-- end of bench:relay -->\nafter\n");
        Document document = new Document(file);
        document.replace("relay", "new\n");
        document.replace("relay", "newer\n");
        assertThat(file)
                .hasContent(
                        "before\n"
                                + "<!-- bench:relay -->\n\n"
                                + "newer\n\n"
                                + "<!-- end of bench:relay -->\n"
                                + "after\n");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> document.replace("fanout", "new"))
                .withMessageContaining("<!-- bench:fanout -->");
    }

    @Test
    void chartsHaveALineForEachSeries() {
        LineChart chart = new LineChart("requests per second", "microseconds");
        chart.add("p50", List.of(new LineChart.Point(1000, 120), new LineChart.Point(2000, 5_000)));
        chart.add("p99", List.of(new LineChart.Point(1000, 900)));
        assertThat(chart.toSvg())
                .startsWith("<svg")
                .endsWith("</svg>\n")
                .containsSubsequence("<polyline", ">p50<", "<polyline", ">p99<");
    }

    @Test
    void reportsCanBeReadByPrograms() {
        Figures figures = new Figures();
        figures.add("p1", "mallard", "cpu", 1.5);
        Path file = directory.resolve("relay.json");
        new Report("relay", Instant.EPOCH, Machine.here(), "none", figures.entries()).write(file);
        assertThat(file)
                .content()
                .contains("\"benchmark\" : \"relay\"", "\"load\" : \"p1\"", "[ 1.5 ]");
    }
}
