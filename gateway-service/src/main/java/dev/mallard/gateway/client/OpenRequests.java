package dev.mallard.gateway.client;

import java.util.Arrays;

/**
 * How many of a session's requests each upstream link still has to answer. The links of an event loop are
 * numbered from 0. Confined to the session's event loop.
 */
public final class OpenRequests {

    private int[] byLink = {0, 0};

    /** A request that will be answered was sent on a link. */
    public void opened(int link) {
        if (link >= byLink.length) {
            byLink = Arrays.copyOf(byLink, Math.max(link + 1, byLink.length * 2));
        }
        byLink[link]++;
    }

    /** The oldest request on a link is answered; nothing happens if there is none. */
    public void answered(int link) {
        if (link < byLink.length && byLink[link] > 0) {
            byLink[link]--;
        }
    }

    /** Whether every request is answered. */
    public boolean isEmpty() {
        for (int open : byLink) {
            if (open > 0) {
                return false;
            }
        }
        return true;
    }

    /** Takes all requests of a link that will not answer any more, and says how many they are. */
    public int abandon(int link) {
        if (link >= byLink.length) {
            return 0;
        }
        int open = byLink[link];
        byLink[link] = 0;
        return open;
    }
}
