package dev.mallard.protocol.link.server;

/**
 * The name of the upstream group that a service belongs to.
 *
 * @param name as gateways know it, such as {@code lobby} or {@code game}
 */
public record ServiceRole(String name) {

    public ServiceRole {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a service role needs a name");
        }
    }
}
