package dev.mallard.lobby;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a client and a server on this machine, and can be made to fail like a network does. */
final class FlakyProxy implements AutoCloseable {

    private final int target;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.WORKING;

    enum Mode {
        WORKING,
        /** Connections stay, and new ones are taken, but nothing comes through. */
        SILENT,
        /** Connections break, and new ones break at once. */
        BROKEN
    }

    FlakyProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void become(Mode next) {
        Mode before = mode;
        mode = next;
        // What was swallowed is lost: a stream with a hole in it is of no use.
        if (next == Mode.BROKEN || before == Mode.SILENT) {
            sockets.forEach(FlakyProxy::close);
            sockets.clear();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (mode == Mode.BROKEN) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> pump(client, server));
                Thread.ofVirtual().start(() -> pump(server, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                if (mode == Mode.WORKING) {
                    to.getOutputStream().write(buffer, 0, n);
                }
            }
        } catch (IOException broken) {
            // Closing both ends is all there is to do, below.
        }
        close(from);
        close(to);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        sockets.forEach(FlakyProxy::close);
    }
}
