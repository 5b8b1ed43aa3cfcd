package dev.mallard.game.wire;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Notifications;

import java.util.ArrayList;
import java.util.List;

/** Keeps the events of a game that is being created, until its players may be told. Not thread-safe. */
public final class HeldNotifications implements Notifications {

    private final List<Held> events = new ArrayList<>();

    private record Held(Audience audience, GameEvent event) {}

    @Override
    public void send(Audience audience, GameEvent event) {
        events.add(new Held(audience, event));
    }

    /** Passes on what was kept, in its order. */
    public void releaseTo(Notifications out) {
        events.forEach(held -> out.send(held.audience(), held.event()));
        events.clear();
    }
}
