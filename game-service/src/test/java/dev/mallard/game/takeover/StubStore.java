package dev.mallard.game.takeover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A store that says what the test wants it to say. */
final class StubStore implements GameStore {

    boolean silent;
    boolean held = true;
    Duration uptime = Duration.ofHours(1);
    boolean unknownWasOwn;
    final Set<Integer> lost = new HashSet<>();
    final Set<Integer> incomplete = new HashSet<>();
    int questions;
    final List<Holding> ended = new ArrayList<>();
    final List<ClaimedGame> claimable = new ArrayList<>();
    final List<Holding> aside = new ArrayList<>();

    private void answer() {
        if (silent) {
            throw new StoreException("silent", new IllegalStateException());
        }
    }

    @Override
    public boolean renewLease(int free) {
        answer();
        return held;
    }

    @Override
    public void giveUpLease() {
        answer();
    }

    @Override
    public CompletionStage<WriteAnswer> write(List<StoredGame> games) {
        return silent
                ? CompletableFuture.failedStage(
                        new StoreException("silent", new IllegalStateException()))
                : CompletableFuture.completedStage(
                        new WriteAnswer(Set.copyOf(lost), Set.copyOf(incomplete)));
    }

    @Override
    public CompletionStage<Void> end(List<Holding> games) {
        if (silent) {
            return CompletableFuture.failedStage(
                    new StoreException("silent", new IllegalStateException()));
        }
        ended.addAll(games);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public Set<Integer> lost(Collection<Holding> games, boolean unknownIsOwn) {
        answer();
        questions++;
        unknownWasOwn = unknownIsOwn;
        return Set.copyOf(lost);
    }

    @Override
    public Set<Integer> taken(Collection<Holding> games) {
        return Set.of();
    }

    @Override
    public List<ClaimedGame> claim(int atMost) {
        List<ClaimedGame> taken = List.copyOf(claimable);
        claimable.clear();
        return taken;
    }

    @Override
    public Set<Integer> release(Collection<Holding> games) {
        return Set.of();
    }

    @Override
    public Set<Integer> takeBack(Collection<Holding> games) {
        return Set.of();
    }

    @Override
    public void setAside(Holding game) {
        aside.add(game);
    }

    @Override
    public int roomElsewhere() {
        return 0;
    }

    @Override
    public Duration uptime() {
        answer();
        return uptime;
    }

    @Override
    public void close() {}
}
