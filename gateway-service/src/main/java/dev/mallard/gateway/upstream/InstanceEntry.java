package dev.mallard.gateway.upstream;

/** What the configuration says about instances of a service. */
sealed interface InstanceEntry {

    /** Marks a name that stands for all instances. */
    String NAMED_PREFIX = "dns:";

    /** One instance. */
    record Fixed(InstanceAddress address) implements InstanceEntry {

        @Override
        public String toString() {
            return address.toString();
        }
    }

    /**
     * As many instances as the name has addresses.
     *
     * @param name host and port, which all instances have in common
     */
    record Named(InstanceAddress name) implements InstanceEntry {

        @Override
        public String toString() {
            return NAMED_PREFIX + name;
        }
    }

    /**
     * Reads {@code host:port} or {@code dns:host:port}.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    static InstanceEntry parse(String text) {
        String trimmed = text.trim();
        return trimmed.startsWith(NAMED_PREFIX)
                ? new Named(InstanceAddress.parse(trimmed.substring(NAMED_PREFIX.length())))
                : new Fixed(InstanceAddress.parse(trimmed));
    }
}
