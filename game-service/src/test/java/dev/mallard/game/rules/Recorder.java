package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Notifications;

import java.util.ArrayList;
import java.util.List;

/** Remembers everything a game sends. */
final class Recorder implements Notifications {

    record Sent(Audience audience, GameEvent event) {}

    final List<Sent> sent = new ArrayList<>();
    final List<DropReason> drops = new ArrayList<>();
    final List<Integer> seatsGivenUp = new ArrayList<>();
    int movesOutsideAllowance;

    @Override
    public void send(Audience audience, GameEvent event) {
        sent.add(new Sent(audience, event));
    }

    @Override
    public void dropped(DropReason reason) {
        drops.add(reason);
    }

    @Override
    public void movedOutsideAllowance() {
        movesOutsideAllowance++;
    }

    @Override
    public void seatGivenUp(int playerId) {
        seatsGivenUp.add(playerId);
    }

    List<GameEvent> events() {
        return sent.stream().map(Sent::event).toList();
    }

    /** What all were told. */
    List<GameEvent> toAll() {
        return sent.stream()
                .filter(one -> one.audience().equals(Audience.ALL))
                .map(Sent::event)
                .toList();
    }

    /** All events but the positions that every tick sends. */
    List<GameEvent> news() {
        return events().stream().filter(e -> !(e instanceof GameEvent.PlayerPositions)).toList();
    }

    <E extends GameEvent> List<E> of(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    <E extends GameEvent> E only(Class<E> type) {
        List<E> events = of(type);
        if (events.size() != 1) {
            throw new AssertionError("expected one " + type.getSimpleName() + ": " + sent);
        }
        return events.getFirst();
    }

    void clear() {
        sent.clear();
        drops.clear();
        seatsGivenUp.clear();
        movesOutsideAllowance = 0;
    }
}
