package dev.mallard.faults.run;

import dev.mallard.bots.load.LoadRun;
import dev.mallard.faults.check.Aftermath;
import dev.mallard.faults.check.Finding;
import dev.mallard.faults.soak.Census;
import dev.mallard.faults.soak.Growth;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * In a soak, lets all players leave now and then, waits until nothing of them remains, takes down what everything is
 * like, and has the players come back. The time before the first rest is the warming up. One thread.
 */
final class Rests {

    private static final int COUNT = 6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final LoadRun bots;
    private final Aftermath aftermath;
    private final Census census;
    private final Recovery recovery;
    private final long begin;
    private final long interval;
    private final List<String> leftovers = new ArrayList<>();
    private int taken;

    /**
     * @param begin from when seconds count, in the sense of {@link System#nanoTime}
     */
    Rests(
            LoadRun bots,
            Aftermath aftermath,
            Census census,
            Recovery recovery,
            Duration duration,
            long begin) {
        this.bots = bots;
        this.aftermath = aftermath;
        this.census = census;
        this.recovery = recovery;
        this.begin = begin;
        this.interval = duration.toNanos() / COUNT;
    }

    /** Rests if it is time for it; between two faults. */
    void restIfDue() throws IOException, InterruptedException {
        if (System.nanoTime() - begin >= interval * (taken + 1)) {
            rest();
            bots.wake();
            if (recovery.await(System.nanoTime()).isEmpty()) {
                leftovers.add("after a rest: " + recovery.lastTrouble());
            }
        }
    }

    /** Rests for the last time: the players stay away. */
    void rest() throws IOException, InterruptedException {
        taken++;
        bots.rest();
        for (Finding finding : aftermath.settle()) {
            finding.violations()
                    .forEach(violation -> leftovers.add(finding.promise() + ": " + violation));
        }
        census.take((System.nanoTime() - begin) / NANOS_PER_SECOND);
    }

    List<Growth> growths() {
        return census.growths();
    }

    List<Finding> findings() {
        List<String> grown = new ArrayList<>();
        for (Growth growth : growths()) {
            if (growth.tooMuch()) {
                grown.add(
                        "%s, %s: from %.0f to %.0f, %+.1f %%"
                                .formatted(
                                        growth.of(),
                                        growth.measure().label(),
                                        growth.first(),
                                        growth.last(),
                                        100 * growth.change()));
            }
        }
        return List.of(
                new Finding("nothing remains while all players rest", leftovers),
                new Finding("what lives through the run grows by 5 % at most", grown));
    }
}
