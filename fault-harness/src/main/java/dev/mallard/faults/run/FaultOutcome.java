package dev.mallard.faults.run;

import dev.mallard.faults.script.Fault;

import org.jspecify.annotations.Nullable;

/**
 * What became of a fault. Seconds count from when all players were in.
 *
 * @param begin second at which it began
 * @param end second at which it was over: what it took was back
 * @param recovered seconds until everything worked again, counted from the beginning where something was
 *     killed, and from the end elsewhere; null if it did not work again in time
 * @param trouble what did not work the last time that something did not; empty if everything worked at once
 */
public record FaultOutcome(
        Fault fault, double begin, double end, @Nullable Double recovered, String trouble) {}
