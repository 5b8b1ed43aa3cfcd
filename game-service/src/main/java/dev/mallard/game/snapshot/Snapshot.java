package dev.mallard.game.snapshot;

/** What is to be kept of a game at one moment. */
public sealed interface Snapshot {

    /** What is to be kept. Nobody changes it. */
    byte[] bytes();

    /** Checksum of the whole snapshot that this is, or that it goes with; 0 to 2<sup>32</sup> - 1. */
    long base();

    /** Everything about the game. */
    record Whole(byte[] bytes) implements Snapshot {

        @Override
        public long base() {
            return Checksum.of(bytes);
        }
    }

    /** Makes another whole snapshot out of one that has been kept before. */
    record Delta(long base, byte[] bytes) implements Snapshot {}
}
