package dev.mallard.transport;

import java.time.Duration;

/**
 * Socket settings of a connection factory.
 *
 * @param backlog how many connections the kernel holds that are not accepted yet, at least 1; used
 *     by servers
 * @param connectTimeout how long opening a connection may take, more than zero and at most one
 *     hour; used by clients
 * @param writeBufferLow bytes waiting to be sent below which a connection becomes writable again,
 *     from 0 to {@code writeBufferHigh}
 * @param writeBufferHigh bytes waiting to be sent above which a connection is not writable, at
 *     least 1. Nothing enforces it here: whoever sends has to look.
 * @param receiveBufferMax the most bytes taken from the socket in one read, from 2 KiB to 16 MiB;
 *     the buffer adapts to what arrives and is not kept between reads
 * @param tcpNoDelay whether small segments are sent at once
 * @param keepAlive whether the kernel probes idle connections
 */
public record TransportOptions(
        int backlog,
        Duration connectTimeout,
        int writeBufferLow,
        int writeBufferHigh,
        int receiveBufferMax,
        boolean tcpNoDelay,
        boolean keepAlive) {

    private static final int DEFAULT_BACKLOG = 4096;
    private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LONGEST_CONNECT_TIMEOUT = Duration.ofHours(1);
    private static final int PAUSED_READS = 4;
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    public TransportOptions {
        require(backlog >= 1, "backlog must be at least 1, not " + backlog);
        require(
                connectTimeout.compareTo(Duration.ofMillis(1)) >= 0
                        && connectTimeout.compareTo(LONGEST_CONNECT_TIMEOUT) <= 0,
                "connectTimeout must be from 1 ms to 1 h, not " + connectTimeout);
        require(
                writeBufferHigh >= 1,
                "writeBufferHigh must be at least 1 byte, not " + writeBufferHigh);
        require(
                writeBufferLow >= 0 && writeBufferLow <= writeBufferHigh,
                "writeBufferLow must be from 0 to writeBufferHigh, not " + writeBufferLow);
        require(
                receiveBufferMax >= 2 * KIB && receiveBufferMax <= 16 * MIB,
                "receiveBufferMax must be from 2 KiB to 16 MiB, not " + receiveBufferMax);
    }

    /**
     * @return settings for connections of players: small buffers, many connections
     */
    public static TransportOptions forClients() {
        return new TransportOptions(
                DEFAULT_BACKLOG, DEFAULT_CONNECT_TIMEOUT, 32 * KIB, 64 * KIB, 64 * KIB, true, true);
    }

    /**
     * @return settings for links between services: few connections that carry batches
     */
    public static TransportOptions forLinks() {
        return new TransportOptions(
                DEFAULT_BACKLOG, DEFAULT_CONNECT_TIMEOUT, MIB, 4 * MIB, 256 * KIB, true, true);
    }

    /**
     * @param low new low water mark in bytes
     * @param high new high water mark in bytes
     * @return these settings with other water marks
     */
    public TransportOptions withWriteBuffer(int low, int high) {
        return new TransportOptions(
                backlog, connectTimeout, low, high, receiveBufferMax, tcpNoDelay, keepAlive);
    }

    /**
     * @param timeout new time-out
     * @return these settings with another connect time-out
     */
    public TransportOptions withConnectTimeout(Duration timeout) {
        return new TransportOptions(
                backlog,
                timeout,
                writeBufferLow,
                writeBufferHigh,
                receiveBufferMax,
                tcpNoDelay,
                keepAlive);
    }

    /**
     * @param connections new length of the kernel's queue
     * @return these settings with another backlog
     */
    public TransportOptions withBacklog(int connections) {
        return new TransportOptions(
                connections,
                connectTimeout,
                writeBufferLow,
                writeBufferHigh,
                receiveBufferMax,
                tcpNoDelay,
                keepAlive);
    }

    /** How much input a connection may hold while its reading is off; more closes it. */
    int heldWhilePaused() {
        return PAUSED_READS * receiveBufferMax;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
