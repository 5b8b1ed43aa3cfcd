package dev.mallard.game.loop;

/**
 * How much may wait in one mailbox.
 *
 * @param capacity commands of all senders together, and once more as many of the service itself, at least 1
 * @param perSender commands of one sender, from 1 to {@code capacity}
 */
public record MailboxLimits(int capacity, int perSender) {

    public MailboxLimits {
        if (capacity < 1 || perSender < 1 || perSender > capacity) {
            throw new IllegalArgumentException(
                    "not the limits of a mailbox: " + capacity + ", " + perSender);
        }
    }
}
