package dev.mallard.faults.script;

import java.time.Duration;

/**
 * When a fault comes, at the earliest: it also waits until the one before is over and recovered from.
 *
 * @param at since all players were logged in
 */
public record TimedFault(Duration at, Fault fault) {

    @Override
    public String toString() {
        return "%6.1f s  %s".formatted(at.toMillis() / 1e3, fault.text());
    }
}
