package dev.mallard.faults.report;

import dev.mallard.faults.run.FaultOutcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long recoveries from one sort of fault took, in seconds.
 *
 * @param sort such as {@code kill lobby}
 * @param count how many faults of that sort happened
 * @param failed how many of them were not recovered from; the other figures are about the rest, 0 if there is none
 */
record RecoveryTimes(String sort, int count, int failed, double min, double median, double max) {

    static List<RecoveryTimes> of(List<FaultOutcome> outcomes) {
        Map<String, List<FaultOutcome>> bySort = new TreeMap<>();
        for (FaultOutcome outcome : outcomes) {
            bySort.computeIfAbsent(outcome.fault().group(), sort -> new ArrayList<>()).add(outcome);
        }
        return bySort.entrySet().stream().map(sort -> of(sort.getKey(), sort.getValue())).toList();
    }

    private static RecoveryTimes of(String sort, List<FaultOutcome> outcomes) {
        List<Double> times = new ArrayList<>();
        for (FaultOutcome outcome : outcomes) {
            Double recovered = outcome.recovered();
            if (recovered != null) {
                times.add(recovered);
            }
        }
        times.sort(null);
        int failed = outcomes.size() - times.size();
        if (times.isEmpty()) {
            return new RecoveryTimes(sort, outcomes.size(), failed, 0, 0, 0);
        }
        int half = times.size() / 2;
        double median =
                times.size() % 2 == 1
                        ? times.get(half)
                        : (times.get(half - 1) + times.get(half)) / 2;
        return new RecoveryTimes(
                sort, outcomes.size(), failed, times.getFirst(), median, times.getLast());
    }
}
