package dev.mallard.faults.script;

import java.time.Duration;

/** One thing that goes wrong. */
public sealed interface Fault {

    FaultKind kind();

    /** What it happens to. */
    Object at();

    /** How long it lasts; zero for what happens at once. */
    Duration length();

    /** What faults of which recoveries can be compared have in common, such as {@code kill lobby}. */
    default String group() {
        String sort =
                switch (at()) {
                    case Spot spot -> " " + spot.service().label();
                    case Way way -> " " + way.sort();
                    default -> "";
                };
        return kind().label() + sort;
    }

    /** In words, without the time. */
    default String text() {
        String lasting = length().isZero() ? "" : " for " + seconds(length());
        return kind().label() + " " + at() + lasting;
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }

    /** The process ends without a word. */
    record Kill(Spot at) implements Fault {

        @Override
        public FaultKind kind() {
            return FaultKind.KILL;
        }

        @Override
        public Duration length() {
            return Duration.ZERO;
        }
    }

    /** The process is asked to end. */
    record Terminate(Spot at) implements Fault {

        @Override
        public FaultKind kind() {
            return FaultKind.TERMINATE;
        }

        @Override
        public Duration length() {
            return Duration.ZERO;
        }
    }

    /**
     * The process stands still.
     *
     * @param kind by the length, {@link FaultKind#FREEZE} or {@link FaultKind#LONG_FREEZE}
     */
    record Freeze(FaultKind kind, Spot at, Duration length) implements Fault {}

    /** The port is closed; connections that exist go on. */
    record Refuse(Way at, Duration length) implements Fault {

        @Override
        public FaultKind kind() {
            return FaultKind.REFUSE;
        }
    }

    /** All connections end with a RST. */
    record Reset(Way at) implements Fault {

        @Override
        public FaultKind kind() {
            return FaultKind.RESET;
        }

        @Override
        public Duration length() {
            return Duration.ZERO;
        }
    }

    /** Bytes vanish in both directions, and at the end the connections are reset. */
    record HalfOpen(Way at, Duration length) implements Fault {

        @Override
        public FaultKind kind() {
            return FaultKind.HALF_OPEN;
        }
    }

    /** Bytes wait, and arrive at the end. */
    record Stall(Way at, Duration length) implements Fault {

        @Override
        public FaultKind kind() {
            return FaultKind.STALL;
        }
    }

    /**
     * Bytes come later.
     *
     * @param delay on each way
     */
    record Latency(Way at, Duration delay, Duration length) implements Fault {

        @Override
        public FaultKind kind() {
            return FaultKind.LATENCY;
        }

        @Override
        public String text() {
            return "latency of %d ms, %s, for %s".formatted(delay.toMillis(), at, seconds(length));
        }
    }

    /** Bytes pass slowly. */
    record Bandwidth(Way at, long bytesPerSecond, Duration length) implements Fault {

        @Override
        public FaultKind kind() {
            return FaultKind.BANDWIDTH;
        }

        @Override
        public String text() {
            return "bandwidth of %d KiB/s, %s, for %s"
                    .formatted(bytesPerSecond / 1024, at, seconds(length));
        }
    }

    /**
     * Something that all services share is away.
     *
     * @param kind of the database or of Redis
     */
    record Outage(FaultKind kind, Duration length) implements Fault {

        @Override
        public String at() {
            return "";
        }

        @Override
        public String text() {
            return kind.label() + " for " + seconds(length);
        }
    }

    /**
     * The wall clock of a process is wrong.
     *
     * @param by forward, or backward if negative
     */
    record ClockJump(Spot at, Duration by, Duration length) implements Fault {

        @Override
        public FaultKind kind() {
            return FaultKind.CLOCK_JUMP;
        }

        @Override
        public String text() {
            return "clock of %s jumps by %d s for %s"
                    .formatted(at, by.toSeconds(), seconds(length));
        }
    }
}
