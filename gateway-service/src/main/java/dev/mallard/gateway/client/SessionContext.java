package dev.mallard.gateway.client;

import java.time.Clock;

/** What all sessions share. */
record SessionContext(
        ClientProperties properties,
        SessionCloser closer,
        SessionCounters counters,
        PacketTraffic traffic,
        Clock clock) {}
