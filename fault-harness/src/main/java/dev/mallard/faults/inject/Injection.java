package dev.mallard.faults.inject;

import java.io.IOException;

/** A fault that has begun. */
@FunctionalInterface
public interface Injection {

    /** Ends it, and brings back what it took; what it took is back when this returns. */
    void end() throws IOException, InterruptedException;
}
