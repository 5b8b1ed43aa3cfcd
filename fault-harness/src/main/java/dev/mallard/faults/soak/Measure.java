package dev.mallard.faults.soak;

/** What is watched. */
public enum Measure {
    RESIDENT("resident memory, KiB", 0),
    LIVE_HEAP("live heap, KiB", 0),
    THREADS("threads", 0),
    FILES("open files", 0),
    ROWS("rows", 0),
    /** A table grows by pages, and what vacuuming frees is used again, but rarely given back. */
    TABLE_SIZE("bytes of the table and its indexes", 256 * 1024);

    private final String label;
    private final double slack;

    Measure(String label, double slack) {
        this.label = label;
        this.slack = slack;
    }

    public String label() {
        return label;
    }

    /** By how much it may grow whatever the percentage is, because it comes in large pieces. */
    double slack() {
        return slack;
    }
}
