package dev.mallard.bots.client;

/** A listener's registration; closing it ends it, and closing it again does nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
