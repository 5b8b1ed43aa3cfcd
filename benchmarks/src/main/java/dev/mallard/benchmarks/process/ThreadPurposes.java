package dev.mallard.benchmarks.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the threads of a service on the JVM are for, by their names. */
final class ThreadPurposes {

    private static final String JVM = "JVM: compilers, collector, references, signals";
    private static final String CARRIERS = "JVM: virtual threads";

    private static final Map<String, Pattern> OF_THE_JVM = new LinkedHashMap<>();

    static {
        OF_THE_JVM.put(CARRIERS, Pattern.compile("ForkJoinPool.*|VirtualThread.*|.*-Poller"));
        OF_THE_JVM.put(
                JVM,
                Pattern.compile(
                        "java|C[12] .*|VM .*|G1 .*|GC .*|.*Cleaner.*|Finalizer|Monitor"
                                + " Deflati|Notification Th|Reference Handl|Service Thread|Signal"
                                + " Dispatch"));
    }

    private ThreadPurposes() {}

    /** How many of these threads serve what; those of the JVM together, the others by their names. */
    static Map<String, Integer> count(List<String> names) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String name : names) {
            counts.merge(purpose(name), 1, Integer::sum);
        }
        return counts;
    }

    private static String purpose(String name) {
        return OF_THE_JVM.entrySet().stream()
                .filter(group -> group.getValue().matcher(name).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    }
}
