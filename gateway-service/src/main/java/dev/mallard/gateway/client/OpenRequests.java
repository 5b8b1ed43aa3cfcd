package dev.mallard.gateway.client;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * How many of a session's requests each upstream link still has to answer. The links of an event loop are
 * numbered from 0. At most one request is watched at a time. Confined to the session's event loop.
 */
public final class OpenRequests {

    private int[] byLink = {0, 0};
    private @Nullable RequestWatch watch;
    private int watchedLink;
    private int aheadOfWatched;

    /** A request that will be answered was sent on a link. */
    public void opened(int link) {
        if (link >= byLink.length) {
            byLink = Arrays.copyOf(byLink, Math.max(link + 1, byLink.length * 2));
        }
        byLink[link]++;
    }

    /**
     * A request that will be answered was sent on a link, and is watched.
     *
     * @throws IllegalStateException if another one is watched already
     */
    public void opened(int link, RequestWatch watch) {
        if (isWatched()) {
            throw new IllegalStateException("a request is watched already");
        }
        opened(link);
        this.watch = watch;
        watchedLink = link;
        aheadOfWatched = byLink[link] - 1;
    }

    /** Whether one of the open requests is watched. */
    public boolean isWatched() {
        return watch != null;
    }

    /** The oldest request on a link is answered; nothing happens if there is none. */
    public void answered(int link) {
        if (link >= byLink.length || byLink[link] == 0) {
            return;
        }
        byLink[link]--;
        if (watch != null && watchedLink == link && aheadOfWatched-- == 0) {
            RequestWatch ended = watch;
            watch = null;
            ended.answered();
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
        if (watchedLink == link) {
            unwatch();
        }
        int open = byLink[link];
        byLink[link] = 0;
        return open;
    }

    /** Nobody waits for the watched request any more. */
    void unwatch() {
        if (watch != null) {
            RequestWatch ended = watch;
            watch = null;
            ended.abandoned();
        }
    }
}
