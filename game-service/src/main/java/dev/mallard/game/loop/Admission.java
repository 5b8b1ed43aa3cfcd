package dev.mallard.game.loop;

/** What became of a command that was offered to a mailbox. */
public enum Admission {
    /** It waits, and will run. */
    ACCEPTED,
    /** Too many commands of this sender are waiting; it will not run. */
    SHARE_USED_UP,
    /** Too many commands of all senders are waiting; it will not run. */
    MAILBOX_FULL
}
