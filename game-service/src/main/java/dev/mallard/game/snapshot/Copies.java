package dev.mallard.game.snapshot;

import java.util.Arrays;

/** Which pieces of a former snapshot go where between what was written anew, in order. Not thread-safe. */
final class Copies {

    private static final int NUMBERS = 3;

    private int[] numbers = new int[16 * NUMBERS];
    private int used;

    /**
     * Adds a piece, to the last one if it follows it in both.
     *
     * @param at how much has been written anew before it, bytes
     * @param start where it begins in the former snapshot
     * @param length bytes, more than 0
     */
    void add(int at, int start, int length) {
        int last = used - NUMBERS;
        if (used > 0 && numbers[last] == at && numbers[last + 1] + numbers[last + 2] == start) {
            numbers[last + 2] += length;
            return;
        }
        if (used == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * used);
        }
        numbers[used++] = at;
        numbers[used++] = start;
        numbers[used++] = length;
    }

    int size() {
        return used / NUMBERS;
    }

    int at(int index) {
        return numbers[index * NUMBERS];
    }

    int start(int index) {
        return numbers[index * NUMBERS + 1];
    }

    int length(int index) {
        return numbers[index * NUMBERS + 2];
    }
}
