package dev.mallard.game.support;

import dev.mallard.game.loop.Admission;
import dev.mallard.game.loop.LoopObserver;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameOutcome;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was told, as short lines. */
public final class RecordingObserver implements LoopObserver {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void ticked(long latenessNanos, long durationNanos) {
        lines.add("ticked " + latenessNanos / 1_000_000 + " ms late");
    }

    @Override
    public void tickLeftOut() {
        lines.add("tick left out");
    }

    @Override
    public void failed() {
        lines.add("failed");
    }

    @Override
    public void turnedAway(Admission admission) {
        lines.add("turned away " + admission);
    }

    @Override
    public void dropped(DropReason reason) {
        lines.add("dropped " + reason);
    }

    @Override
    public void movedOutsideAllowance() {
        lines.add("moved outside allowance");
    }

    @Override
    public void created() {
        lines.add("created");
    }

    @Override
    public void refused() {
        lines.add("refused");
    }

    @Override
    public void ended(GameOutcome outcome) {
        lines.add("ended " + outcome);
    }
}
