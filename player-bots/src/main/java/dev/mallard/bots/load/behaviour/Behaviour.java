package dev.mallard.bots.load.behaviour;

import java.util.List;

/** A kind of player: what it does, and how often. One class for each; {@link Behaviours} knows them all. */
@FunctionalInterface
public interface Behaviour {

    /** Everything that such a player does; each line goes on at its own rate, whatever the others do. */
    List<Line> script();
}
