package dev.mallard.bots.load.player;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * How players come in. Each begins at a gateway of its own choice, and tries the next one when it was not let in, or when its
 * connection was lost.
 *
 * @param gateways at least one
 * @param timeout time in which a connection has to come about
 * @param attempts attempts to log in without success after which a player gives up, at least 1
 */
public record Access(List<InetSocketAddress> gateways, Duration timeout, int attempts) {

    /** Attempts for players who should not try for ever. */
    public static final int FEW_ATTEMPTS = 12;

    public Access {
        gateways = List.copyOf(gateways);
        if (gateways.isEmpty()) {
            throw new IllegalArgumentException("players need a gateway");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("players try at least once, not " + attempts);
        }
    }

    InetSocketAddress gateway(int choice) {
        return gateways.get(Math.floorMod(choice, gateways.size()));
    }
}
