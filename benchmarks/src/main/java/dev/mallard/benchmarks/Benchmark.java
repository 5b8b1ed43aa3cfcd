package dev.mallard.benchmarks;

import dev.mallard.benchmarks.process.Installation;
import dev.mallard.benchmarks.report.Figures;
import dev.mallard.benchmarks.report.LineChart;
import dev.mallard.benchmarks.report.Table;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Something that can be measured. */
public interface Benchmark {

    /**
     * What came out.
     *
     * @param figures everything that was measured
     * @param tables what a reader wants to see of it
     * @param charts the same as pictures, by file name
     */
    record Outcome(Figures figures, List<Table> tables, Map<String, LineChart> charts) {

        public Outcome {
            tables = List.copyOf(tables);
            charts = Map.copyOf(charts);
        }

        static Outcome of(Figures figures, Table... tables) {
            return new Outcome(figures, List.of(tables), Map.of());
        }
    }

    /** By what name it is called on the command line. */
    String name();

    /** What it measures, in one line. */
    String summary();

    /** Measures; takes its time. */
    Outcome run(Installation home, Settings settings, Progress progress)
            throws IOException, InterruptedException;
}
