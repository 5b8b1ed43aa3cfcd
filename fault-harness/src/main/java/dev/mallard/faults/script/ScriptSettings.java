package dev.mallard.faults.script;

import dev.mallard.faults.cluster.Service;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a script may do.
 *
 * @param gateways number of gateways, as of the other services
 * @param kinds which kinds of faults, at least one
 * @param duration the last fault begins before
 * @param gap shortest time between the end of one fault and the next; the longest is twice that
 * @param spareFirst whether nothing happens to the first instance of each service, nor to its connections
 */
public record ScriptSettings(
        int gateways,
        int lobbies,
        int games,
        Set<FaultKind> kinds,
        Duration duration,
        Duration gap,
        boolean spareFirst) {

    public ScriptSettings {
        if (gateways < 1 || lobbies < 1 || games < 1) {
            throw new IllegalArgumentException("there has to be one instance of each service");
        }
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("there has to be a kind of faults");
        }
        if (!gap.isPositive()) {
            throw new IllegalArgumentException("the gap between faults has to be above 0");
        }
        if (spareFirst && (gateways < 2 || lobbies < 2 || games < 2)) {
            throw new IllegalArgumentException(
                    "to spare the first instance of each service, there have to be two of each");
        }
        kinds = Set.copyOf(EnumSet.copyOf(kinds));
    }

    int count(Service service) {
        return switch (service) {
            case GATEWAY -> gateways;
            case LOBBY -> lobbies;
            case GAME -> games;
        };
    }
}
