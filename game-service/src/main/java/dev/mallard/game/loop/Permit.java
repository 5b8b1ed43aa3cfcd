package dev.mallard.game.loop;

/** Whether this service may run its games at this moment; asked before each command. Any thread; cheap. */
@FunctionalInterface
public interface Permit {

    /** For a service whose games nobody else can have taken over. */
    Permit ALWAYS = () -> true;

    /** False while the service cannot know whether its games are still its own: then they stand still. */
    boolean granted();
}
