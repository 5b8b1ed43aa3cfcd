package dev.mallard.protocol.link.server;

/**
 * The name of the upstream group that a service belongs to, and what gateways may expect of it.
 *
 * @param name as gateways know it, such as {@code lobby} or {@code game}
 * @param gamesSurvive whether another instance goes on with the games of this one if it dies
 */
public record ServiceRole(String name, boolean gamesSurvive) {

    public ServiceRole {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a service role needs a name");
        }
    }

    /** The role of a service that runs no games, or whose games die with it. */
    public ServiceRole(String name) {
        this(name, false);
    }
}
