package dev.mallard.benchmarks;

import dev.mallard.benchmarks.process.GatewayKind;

import java.time.Duration;
import java.util.List;

/**
 * How a benchmark is to be run.
 *
 * @param repetitions how often everything is measured, from 1
 * @param window how long one figure is measured
 * @param warmUp how long a load runs before
 * @param clients number of clients, from 8
 * @param gateways what is compared
 * @param loads what the names of the loads have to contain; the others are left out
 */
public record Settings(
        int repetitions,
        Duration window,
        Duration warmUp,
        int clients,
        List<GatewayKind> gateways,
        String loads) {

    /** What is used where the command line says nothing. */
    public static final Settings DEFAULT =
            new Settings(
                    5,
                    Duration.ofSeconds(2),
                    Duration.ofMillis(300),
                    200,
                    List.of(GatewayKind.MALLARD, GatewayKind.BARE, GatewayKind.NODE),
                    "");

    private static final int FEWEST_CLIENTS = 8;

    public Settings {
        gateways = List.copyOf(gateways);
        if (repetitions < 1) {
            throw new IllegalArgumentException("--repetitions has to be at least 1");
        }
        if (clients < FEWEST_CLIENTS) {
            throw new IllegalArgumentException("--clients has to be at least " + FEWEST_CLIENTS);
        }
        if (gateways.isEmpty() || !window.isPositive()) {
            throw new IllegalArgumentException("needs a gateway, and some time");
        }
    }

    Settings withRepetitions(int number) {
        return new Settings(number, window, warmUp, clients, gateways, loads);
    }

    Settings withWindow(Duration time) {
        return new Settings(repetitions, time, warmUp, clients, gateways, loads);
    }

    Settings withClients(int number) {
        return new Settings(repetitions, window, warmUp, number, gateways, loads);
    }

    Settings withGateways(List<GatewayKind> some) {
        return new Settings(repetitions, window, warmUp, clients, some, loads);
    }

    Settings withLoads(String part) {
        return new Settings(repetitions, window, warmUp, clients, gateways, part);
    }
}
