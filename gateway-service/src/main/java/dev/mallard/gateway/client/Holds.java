package dev.mallard.gateway.client;

/** The reasons for which the packets of one session wait. Confined to the session's event loop. */
final class Holds {

    private int reasons;

    private static int mask(Hold reason) {
        return 1 << reason.ordinal();
    }

    /**
     * @return whether this is the first reason
     */
    boolean add(Hold reason) {
        int before = reasons;
        reasons |= mask(reason);
        return before == 0;
    }

    /**
     * @return whether this was the last reason
     */
    boolean remove(Hold reason) {
        int before = reasons;
        reasons &= ~mask(reason);
        return before != 0 && reasons == 0;
    }

    boolean contains(Hold reason) {
        return (reasons & mask(reason)) != 0;
    }
}
