package dev.mallard.bots.client;

import dev.mallard.protocol.client.ProtocolVersion;

import java.time.Duration;

/**
 * Settings of a {@link GameClient}.
 *
 * @param connectTimeout time in which the connection has to be made; positive
 * @param responseTimeout time in which the answer to a request has to come; positive
 * @param version version text of the protocol, equal to the server's
 * @param notificationCapacity number of notifications that are kept until they are asked for, at least
 *     1; the oldest is dropped for a new one
 * @param sendCapacity number of packets that may wait to be sent, at least 1; a further one is refused
 * @param payloadLimit the largest payload that is read, bytes, at least 1; a larger one breaks the
 *     connection
 */
public record ClientOptions(
        Duration connectTimeout,
        Duration responseTimeout,
        ProtocolVersion version,
        int notificationCapacity,
        int sendCapacity,
        int payloadLimit) {

    public ClientOptions {
        requirePositive(connectTimeout, "connectTimeout");
        requirePositive(responseTimeout, "responseTimeout");
        requireAtLeastOne(notificationCapacity, "notificationCapacity");
        requireAtLeastOne(sendCapacity, "sendCapacity");
        requireAtLeastOne(payloadLimit, "payloadLimit");
    }

    /** The defaults with one time-out for connecting and for every answer. */
    public static ClientOptions withTimeout(Duration timeout) {
        return new ClientOptions(timeout, timeout, ProtocolVersion.DEFAULT, 4096, 1024, 1 << 20);
    }

    private static void requirePositive(Duration value, String name) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " has to be positive: " + value);
        }
    }

    private static void requireAtLeastOne(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " has to be at least 1: " + value);
        }
    }
}
