package dev.mallard.gateway.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Many hostile connections at once. */
final class Crowd implements AutoCloseable {

    /** What one of the crowd does with its connection; an end of the connection ends it too. */
    @FunctionalInterface
    interface Behaviour {
        void run(Socket socket, int number) throws Exception;
    }

    private final List<Socket> sockets = new ArrayList<>();

    Crowd(int port, int size) throws IOException {
        for (int i = 0; i < size; i++) {
            sockets.add(new Socket(InetAddress.getLoopbackAddress(), port));
        }
    }

    /** Lets everybody act at the same time, and waits until everybody's connection has ended. */
    void act(Behaviour behaviour, long atMostSeconds) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(sockets.size());
        for (int i = 0; i < sockets.size(); i++) {
            Socket socket = sockets.get(i);
            int number = i;
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try {
                                    behaviour.run(socket, number);
                                } catch (Exception closed) {
                                    // That is how it ends for most of them.
                                }
                            });
            Thread.ofVirtual()
                    .start(
                            () -> {
                                readToTheEnd(socket);
                                ended.countDown();
                            });
        }
        if (!ended.await(atMostSeconds, TimeUnit.SECONDS)) {
            throw new AssertionError(ended.getCount() + " of the crowd are still there");
        }
    }

    private static void readToTheEnd(Socket socket) {
        byte[] ignored = new byte[4096];
        try {
            while (socket.getInputStream().read(ignored) >= 0) {}
        } catch (IOException reset) {
            // An end, too.
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
