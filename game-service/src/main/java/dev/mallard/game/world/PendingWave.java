package dev.mallard.game.world;

import dev.mallard.game.content.MonsterKind;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** Wave monsters that were announced and have no place yet. */
public final class PendingWave {

    private final Map<Integer, MonsterKind> waiting = new LinkedHashMap<>();
    private final long announcedAt;

    /**
     * @param announcedAt monotonic milliseconds
     */
    public PendingWave(long announcedAt) {
        this.announcedAt = announcedAt;
    }

    public long announcedAt() {
        return announcedAt;
    }

    /** Announces a monster. */
    public void add(int id, MonsterKind kind) {
        waiting.put(id, kind);
    }

    /** Takes a monster out, once; null when it was not announced or has its place. */
    public @Nullable MonsterKind take(int id) {
        return waiting.remove(id);
    }

    /** What waits, by id. */
    public Map<Integer, MonsterKind> waiting() {
        return waiting;
    }

    public int size() {
        return waiting.size();
    }
}
