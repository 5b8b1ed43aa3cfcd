package dev.mallard.game.lifecycle;

/** Gives the games of a service that stops to others. */
@FunctionalInterface
public interface HandOver {

    /** Games die with their service. */
    HandOver NONE = () -> {};

    /**
     * Gives away as many of the games as others take, and waits for it, for a bounded time. Games that nobody
     * takes are still here afterwards, and go on.
     */
    void handOver() throws InterruptedException;
}
