package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.bots.load.measure.Outcome;
import dev.mallard.bots.load.measure.Sample;
import dev.mallard.faults.check.Finding;
import dev.mallard.faults.report.FaultHtml;
import dev.mallard.faults.report.FaultJson;
import dev.mallard.faults.report.FaultTable;
import dev.mallard.faults.run.FaultOutcome;
import dev.mallard.faults.run.FaultRun;
import dev.mallard.faults.run.RunListener;
import dev.mallard.faults.run.RunResult;
import dev.mallard.faults.run.RunSettings;
import dev.mallard.faults.script.FaultKind;
import dev.mallard.faults.script.TimedFault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** A short fault run; {@code ./mallard faults} makes longer ones. Its reports are below {@code target/system-tests}. */
@Timeout(900)
class FaultRunSystemTest {

    private static final Path FOLDER = Path.of("target", "system-tests", "fault-run");

    /** Of the kinds that come in this time with this seed, each service is killed or frozen. */
    private static final RunSettings SETTINGS =
            new RunSettings(
                    7,
                    Duration.ofSeconds(75),
                    2,
                    2,
                    2,
                    12,
                    3,
                    Duration.ofSeconds(8),
                    EnumSet.of(
                            FaultKind.KILL,
                            FaultKind.LONG_FREEZE,
                            FaultKind.RESET,
                            FaultKind.LATENCY,
                            FaultKind.DATABASE_STOP),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(15),
                    false,
                    false,
                    FOLDER);

    private static final class Silent implements RunListener {

        private final List<FaultOutcome> seen = new ArrayList<>();

        @Override
        public void planned(RunSettings settings, List<TimedFault> script, List<String> skipped) {}

        @Override
        public void begun() {}

        @Override
        public void sampled(Sample sample) {}

        @Override
        public void happened(FaultOutcome outcome) {
            seen.add(outcome);
        }

        @Override
        public void checking() {}
    }

    @Test
    void nothingIsLostAndEverythingIsExplained() throws Exception {
        Silent listener = new Silent();
        RunResult result = new FaultRun(SETTINGS, listener).play();
        Files.writeString(FOLDER.resolve("faults.txt"), FaultTable.of(result));
        Files.writeString(FOLDER.resolve("faults.json"), FaultJson.of(result));
        Files.writeString(FOLDER.resolve("faults.html"), FaultHtml.of(result));

        assertThat(result.findings())
                .allSatisfy(
                        finding ->
                                assertThat(finding.violations()).as(finding.promise()).isEmpty());
        assertThat(result.findings()).extracting(Finding::promise).hasSizeGreaterThan(15);
        assertThat(result.outcomes())
                .isEqualTo(listener.seen)
                .hasSameSizeAs(result.script())
                .hasSizeGreaterThan(4);
        assertThat(result.load().requests().of(Outcome.ANSWERED)).isGreaterThan(100);
        assertThat(result.load().requests().of(Outcome.LOST)).isZero();
    }
}
