package dev.mallard.bots.scenario;

import java.time.Duration;

/**
 * Where and with whom a match is played.
 *
 * @param host address of the gateway
 * @param port client port of the gateway, 1 to 65535
 * @param group appended to the names of the four bots, so that several matches can run at once; at most
 *     12 letters or digits
 * @param timeout time for connecting and for every answer
 * @param limit time after which a match that has not ended counts as failed
 */
public record MatchSettings(String host, int port, String group, Duration timeout, Duration limit) {

    public MatchSettings {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is a number from 1 to 65535: " + port);
        }
        if (!group.matches("[A-Za-z0-9]{0,12}")) {
            throw new IllegalArgumentException(
                    "a group has at most 12 letters or digits: " + group);
        }
    }
}
