package dev.mallard.faults.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports that processes can listen on. */
public final class FreePorts {

    /** Below the ports that systems give to outgoing connections, so that none of those is in the way. */
    private static final int FROM = 20_000;

    private static final int TO = 32_000;
    private static final int ATTEMPTS = 1_000;

    private FreePorts() {}

    /** Different free ports; nothing keeps others from taking them before the caller does. */
    public static List<Integer> find(int count) {
        List<Integer> ports = new ArrayList<>();
        for (int attempt = 0; attempt < ATTEMPTS && ports.size() < count; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            if (!ports.contains(port) && isFree(port)) {
                ports.add(port);
            }
        }
        if (ports.size() < count) {
            throw new IllegalStateException("no free ports");
        }
        return ports;
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
