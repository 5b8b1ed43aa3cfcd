package dev.mallard.bots.load.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes in what happens during a run. Times are those of {@link System#nanoTime}. Latencies count from
 * when something was meant to be sent, not from when it was, so that a stall of the server or of this
 * program does not hide itself. One thread.
 */
public final class Measurements {

    /** Errors of the load generator's own, next to the identifiers that servers send. */
    public static final String LOST = "UNANSWERED";

    public static final String CONNECTION_LOST = "CONNECTION_LOST";
    public static final String CONNECT_FAILED = "CONNECT_FAILED";
    public static final String MALFORMED = "MALFORMED_FROM_SERVER";
    public static final String UNASKED = "ANSWER_NOBODY_ASKED_FOR";
    public static final String GAVE_UP = "PLAYER_GAVE_UP";

    private static final double NANOS_PER_SECOND = 1e9;

    private final Latencies[] byKind = new Latencies[Kind.values().length];
    private final Latencies interactive = new Latencies();
    private final Latencies interactiveNow = new Latencies();
    private final Latencies positionNow = new Latencies();
    private final Latencies lateness = new Latencies();
    private final long[] sent = new long[Kind.values().length];
    private final long[][] outcomes = new long[Kind.values().length][Outcome.values().length];
    private final Map<Happening, Long> happenings = new EnumMap<>(Happening.class);
    private final Map<String, Long> errors = new TreeMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private final long start;
    private long cutAt;
    private long packetsSent;
    private long packetsReceived;
    private long sentAtCut;
    private long receivedAtCut;
    private boolean measuring;
    private boolean wholeInterval;

    public Measurements(long nanoTime) {
        start = nanoTime;
        cutAt = nanoTime;
        for (int i = 0; i < byKind.length; i++) {
            byKind[i] = new Latencies();
        }
    }

    /** Forgets the latencies so far, except those of registrations and logins. */
    public void startMeasuring() {
        for (Kind kind : Kind.values()) {
            if (kind.group() != Kind.Group.ACCOUNT) {
                byKind[kind.ordinal()].reset();
            }
        }
        interactive.reset();
        lateness.reset();
        measuring = true;
    }

    /** What comes from now on belongs to the end of the run. */
    public void stopMeasuring() {
        measuring = false;
    }

    /** A packet was sent {@code late} nanoseconds after it was meant to be. */
    public void packetSent(long late) {
        packetsSent++;
        lateness.record(late);
    }

    public void packetReceived() {
        packetsReceived++;
    }

    public void requestSent(Kind kind) {
        sent[kind.ordinal()]++;
    }

    public void requestEnded(Kind kind, Outcome outcome) {
        outcomes[kind.ordinal()][outcome.ordinal()]++;
    }

    /** What looked like another outcome was none: the answer has come after all. */
    public void answeredAfterAll(Kind kind, Outcome assumed) {
        outcomes[kind.ordinal()][assumed.ordinal()]--;
        requestEnded(kind, Outcome.ANSWERED);
    }

    public void latency(Kind kind, long intended, long now) {
        long nanos = now - intended;
        byKind[kind.ordinal()].record(nanos);
        switch (kind.group()) {
            case INTERACTIVE -> {
                interactive.record(nanos);
                interactiveNow.record(nanos);
            }
            case TICK -> positionNow.record(nanos);
            case ACCOUNT, START -> {}
        }
    }

    public void error(String identifier) {
        errors.merge(identifier, 1L, Long::sum);
    }

    public void happened(Happening happening) {
        happenings.merge(happening, 1L, Long::sum);
    }

    /** Ends an interval and begins the next. */
    public Sample cut(Headcount players, long now) {
        double seconds = Math.max(now - cutAt, 1) / NANOS_PER_SECOND;
        Sample sample =
                new Sample(
                        (now - start) / NANOS_PER_SECOND,
                        wholeInterval,
                        players,
                        (packetsSent - sentAtCut) / seconds,
                        (packetsReceived - receivedAtCut) / seconds,
                        interactiveNow.percentiles(),
                        positionNow.percentiles(),
                        errors);
        interactiveNow.reset();
        positionNow.reset();
        cutAt = now;
        sentAtCut = packetsSent;
        receivedAtCut = packetsReceived;
        wholeInterval = measuring;
        samples.add(sample);
        return sample;
    }

    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    public Percentiles of(Kind kind) {
        return byKind[kind.ordinal()].percentiles();
    }

    /** Latencies of everything that waits for nothing but the services. */
    public Percentiles interactive() {
        return interactive.percentiles();
    }

    /** How much later than meant this program sent its packets. */
    public Percentiles lateness() {
        return lateness.percentiles();
    }

    public Tally tally(Kind kind) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, outcomes[kind.ordinal()][outcome.ordinal()]);
        }
        return new Tally(sent[kind.ordinal()], counts);
    }

    public Map<String, Long> errors() {
        return Map.copyOf(errors);
    }

    public long count(Happening happening) {
        return happenings.getOrDefault(happening, 0L);
    }

    public Map<Happening, Long> happenings() {
        return Map.copyOf(happenings);
    }

    public long packetsSent() {
        return packetsSent;
    }

    public long packetsReceived() {
        return packetsReceived;
    }
}
