package dev.mallard.faults.run;

import dev.mallard.bots.load.LoadResult;
import dev.mallard.faults.check.Finding;
import dev.mallard.faults.check.LogSummary;
import dev.mallard.faults.script.TimedFault;
import dev.mallard.faults.soak.Growth;
import dev.mallard.faults.soak.UsageCourse;

import java.util.List;

/**
 * A whole run.
 *
 * @param settings what was run
 * @param script the faults that were planned, and can happen on this machine
 * @param skipped what was left out, and why
 * @param offset second of the load's course at which the time of the faults begins
 * @param outcomes the faults that happened, in their order
 * @param load what the players saw
 * @param findings what was checked, and what came of it
 * @param growths how what a soak watches has gone; empty without one
 * @param usage what the processes used, every ten seconds
 * @param logs what the services wrote that somebody should look at
 */
public record RunResult(
        RunSettings settings,
        List<TimedFault> script,
        List<String> skipped,
        double offset,
        List<FaultOutcome> outcomes,
        LoadResult load,
        List<Finding> findings,
        List<Growth> growths,
        List<UsageCourse.Sample> usage,
        List<LogSummary> logs) {

    public RunResult {
        script = List.copyOf(script);
        skipped = List.copyOf(skipped);
        outcomes = List.copyOf(outcomes);
        findings = List.copyOf(findings);
        growths = List.copyOf(growths);
        usage = List.copyOf(usage);
        logs = List.copyOf(logs);
    }

    /** Whether nothing was lost and nothing is unexplained. */
    public boolean good() {
        return findings.stream().allMatch(Finding::good);
    }
}
