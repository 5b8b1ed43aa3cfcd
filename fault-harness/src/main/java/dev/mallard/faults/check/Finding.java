package dev.mallard.faults.check;

import java.util.List;

/**
 * What a check has found.
 *
 * @param promise what should be so
 * @param violations why it is not; empty if it is
 */
public record Finding(String promise, List<String> violations) {

    public Finding {
        violations = List.copyOf(violations);
    }

    public boolean good() {
        return violations.isEmpty();
    }
}
