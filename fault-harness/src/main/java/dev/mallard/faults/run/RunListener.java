package dev.mallard.faults.run;

import dev.mallard.bots.load.measure.Sample;
import dev.mallard.faults.script.TimedFault;

import java.util.List;

/** Is told how a run goes, on the thread of the run unless it says something else. */
public interface RunListener {

    /** What will be done. */
    void planned(RunSettings settings, List<TimedFault> script, List<String> skipped);

    /** All players are in, and the time of the faults begins. */
    void begun();

    /** How the players are; on a thread of its own. */
    void sampled(Sample sample);

    /** A fault is over. */
    void happened(FaultOutcome outcome);

    /** The players have gone, and what they left is looked at. */
    void checking();
}
