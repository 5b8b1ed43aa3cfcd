package dev.mallard.bots.client;

import dev.mallard.protocol.client.ClientPacketSerializer;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;

import org.springframework.integration.ip.tcp.serializer.SoftEndOfStreamException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One socket to the gateway. Packets come in on a virtual thread of its own, which hands them over in
 * order, and go out through a bounded queue, so that sending never waits for the server. Any thread.
 */
final class PacketConnection {

    /** Without a payload, which no other packet is: ends the writer when it comes to it. */
    private static final GamePacket LAST = GamePacket.getDefaultInstance();

    private static final Duration FLUSH_TIMEOUT = Duration.ofSeconds(1);

    private final Socket socket;
    private final ClientPacketSerializer serializer;
    private final int sendCapacity;
    private final BlockingQueue<GamePacket> unsent;
    private final CompletableFuture<ConnectionEnd> ended = new CompletableFuture<>();
    private final Thread reader;
    private final Thread writer;
    private volatile boolean closing;
    private volatile boolean getOutSeen;

    private PacketConnection(Socket socket, ClientOptions options, Consumer<GamePacket> receiver) {
        this.socket = socket;
        this.serializer = new ClientPacketSerializer(options.version(), options.payloadLimit());
        this.sendCapacity = options.sendCapacity();
        this.unsent = new ArrayBlockingQueue<>(sendCapacity);
        this.reader = Thread.ofVirtual().name("client-reader").unstarted(() -> read(receiver));
        this.writer = Thread.ofVirtual().name("client-writer").unstarted(this::write);
    }

    /**
     * Connects; nothing is read before {@link #start()}.
     *
     * @param receiver gets every packet but the one that says get out, on the reader's thread
     * @throws ConnectFailedException if no connection comes about in time
     */
    static PacketConnection open(
            String host, int port, ClientOptions options, Consumer<GamePacket> receiver) {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            int timeout = Math.toIntExact(options.connectTimeout().toMillis());
            socket.connect(new InetSocketAddress(host, port), timeout);
        } catch (IOException failure) {
            closeQuietly(socket);
            throw new ConnectFailedException(host, port, failure);
        }
        return new PacketConnection(socket, options, receiver);
    }

    void start() {
        reader.start();
        writer.start();
    }

    /**
     * Queues a packet.
     *
     * @throws SendQueueFullException if the queue is full
     * @throws ConnectionEndedException if the connection is over or closing
     * @throws IllegalArgumentException if the packet has no payload
     */
    void send(GamePacket packet) {
        if (packet.getPayloadCase() == PayloadCase.PAYLOAD_NOT_SET) {
            throw new IllegalArgumentException("a packet without payload cannot be sent");
        }
        if (closing || ended.isDone()) {
            throw new ConnectionEndedException("a packet to be sent", endNow());
        }
        if (!unsent.offer(packet)) {
            throw new SendQueueFullException(sendCapacity);
        }
    }

    /** Done as soon as the connection is over, and nothing is received any more. */
    CompletableFuture<ConnectionEnd> ended() {
        return ended;
    }

    boolean onReaderThread() {
        return Thread.currentThread().equals(reader);
    }

    /** Sends what is queued, for at most a second, and closes the socket. May be repeated. */
    void close() {
        closing = true;
        try {
            if (unsent.offer(LAST) && !ended.isDone()) {
                writer.join(FLUSH_TIMEOUT);
            }
            closeQuietly(socket);
            if (!onReaderThread()) {
                reader.join(FLUSH_TIMEOUT);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            closeQuietly(socket);
            writer.interrupt();
        }
    }

    private ConnectionEnd endNow() {
        return ended.getNow(ConnectionEnd.CLOSED_BY_CLIENT);
    }

    private void read(Consumer<GamePacket> receiver) {
        ConnectionEnd end = ConnectionEnd.BROKEN;
        try (InputStream in = new BufferedInputStream(socket.getInputStream())) {
            while (true) {
                GamePacket packet = serializer.deserialize(in);
                if (packet.hasGetOut()) {
                    getOutSeen = true;
                } else {
                    receiver.accept(packet);
                }
            }
        } catch (SoftEndOfStreamException endOfStream) {
            end = ConnectionEnd.CLOSED_BY_SERVER;
        } catch (IOException broken) {
            end = ConnectionEnd.BROKEN;
        } finally {
            closeQuietly(socket);
            writer.interrupt();
            ended.complete(explain(end));
        }
    }

    private ConnectionEnd explain(ConnectionEnd end) {
        if (getOutSeen) {
            return ConnectionEnd.GET_OUT;
        }
        return closing ? ConnectionEnd.CLOSED_BY_CLIENT : end;
    }

    private void write() {
        try {
            OutputStream out = socket.getOutputStream();
            GamePacket next = unsent.take();
            while (next.getPayloadCase() != PayloadCase.PAYLOAD_NOT_SET) {
                serializer.serialize(next, out);
                next = unsent.take();
            }
        } catch (IOException broken) {
            // Not the end yet: the reader may still find the server's last words in the socket.
            unsent.clear();
        } catch (InterruptedException connectionOver) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // Nothing is left to do with a socket that cannot even be closed.
        }
    }
}
