package dev.mallard.faults.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** All kinds of faults. */
public enum FaultKind {
    KILL("kill -9, and a new start"),
    TERMINATE("SIGTERM, and a new start"),
    FREEZE("SIGSTOP for less than the heartbeats allow, then SIGCONT"),
    LONG_FREEZE("SIGSTOP until the links count as lost, then SIGCONT"),
    REFUSE("new connections are refused"),
    RESET("all connections are reset"),
    HALF_OPEN("what is sent vanishes, and nobody is told"),
    STALL("nothing passes, and later everything at once"),
    LATENCY("everything comes later"),
    BANDWIDTH("everything passes slowly"),
    DATABASE_STOP("the database is stopped, and started again"),
    DATABASE_FREEZE("the database does not answer"),
    DISK_FULL("the disk of the database is full"),
    CLOCK_JUMP("the clock of a process jumps, and back"),
    REDIS_STOP("Redis is killed, and started again, empty"),
    REDIS_FREEZE("Redis does not answer");

    private final String description;

    FaultKind(String description) {
        this.description = description;
    }

    /** The name on the command line and in reports, such as {@code long-freeze}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String description() {
        return description;
    }

    /**
     * @throws IllegalArgumentException if there is no such kind; the message names all there are
     */
    public static FaultKind named(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no fault \"%s\"; there are %s"
                                                .formatted(
                                                        label,
                                                        Arrays.stream(values())
                                                                .map(FaultKind::label)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }
}
