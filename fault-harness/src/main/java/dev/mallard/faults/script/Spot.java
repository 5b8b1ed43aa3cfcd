package dev.mallard.faults.script;

import dev.mallard.faults.cluster.Service;

/**
 * One instance of a service.
 *
 * @param number from 1
 */
public record Spot(Service service, int number) {

    @Override
    public String toString() {
        return service.label() + "-" + number;
    }
}
