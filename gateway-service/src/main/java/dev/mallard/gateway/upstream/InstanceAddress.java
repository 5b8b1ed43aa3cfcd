package dev.mallard.gateway.upstream;

/**
 * Where an instance listens for links.
 *
 * @param host name or address
 * @param port from 1 to 65535
 */
public record InstanceAddress(String host, int port) {

    public InstanceAddress {
        if (host.isBlank()) {
            throw new IllegalArgumentException("an instance needs a host");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /**
     * Reads {@code host:port}, or {@code [address]:port} for an IPv6 address.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static InstanceAddress parse(String text) {
        String trimmed = text.trim();
        int colon = trimmed.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not host:port: " + text);
        }
        String host = trimmed.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        } else if (host.indexOf(':') >= 0) {
            throw new IllegalArgumentException("not host:port: " + text);
        }
        try {
            return new InstanceAddress(host, Integer.parseInt(trimmed.substring(colon + 1)));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("not host:port: " + text, notANumber);
        }
    }

    @Override
    public String toString() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}
