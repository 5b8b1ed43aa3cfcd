package dev.mallard.bots.load;

import dev.mallard.protocol.client.ClientPacketSerializer;
import dev.mallard.protocol.client.ProtocolVersion;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;

import org.springframework.integration.ip.tcp.serializer.SoftEndOfStreamException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small gateway with accounts, rooms and games, for many connections at once. It can be told to keep silent
 * about a kind of request, to refuse it, or to hang up on it.
 */
public final class FakeGateway implements AutoCloseable {

    private final ServerSocket listener;
    private final Set<FakePeer> peers = ConcurrentHashMap.newKeySet();
    private final FakeWorld world = new FakeWorld();
    private final Set<PayloadCase> silent = EnumSet.noneOf(PayloadCase.class);
    private final Set<PayloadCase> hangUpOnce = EnumSet.noneOf(PayloadCase.class);
    private final Map<PayloadCase, String> refuseOnce = new EnumMap<>(PayloadCase.class);
    private int connections;

    public FakeGateway() throws IOException {
        listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** From now on requests of this kind get no answer. */
    public synchronized void keepSilentAbout(PayloadCase request) {
        silent.add(request);
    }

    /** The next request of this kind ends its connection. */
    public synchronized void hangUpOn(PayloadCase request) {
        hangUpOnce.add(request);
    }

    /** The next request of this kind is answered with an error. */
    public synchronized void refuse(PayloadCase request, String error) {
        refuseOnce.put(request, error);
    }

    public synchronized int connections() {
        return connections;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                FakePeer peer = new FakePeer(socket);
                peers.add(peer);
                synchronized (this) {
                    connections++;
                }
                Thread.ofVirtual().start(() -> serve(peer, socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(FakePeer peer, Socket socket) {
        ClientPacketSerializer serializer =
                new ClientPacketSerializer(ProtocolVersion.DEFAULT, 1 << 20);
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            while (handle(peer, serializer.deserialize(in))) {
                continue;
            }
        } catch (IOException | SoftEndOfStreamException ended) {
            // The client has gone.
            return;
        } finally {
            synchronized (this) {
                world.left(peer);
            }
            peers.remove(peer);
        }
    }

    private synchronized boolean handle(FakePeer peer, GamePacket packet) {
        PayloadCase type = packet.getPayloadCase();
        if (hangUpOnce.remove(type)) {
            return false;
        }
        String error = refuseOnce.remove(type);
        if (error != null) {
            peer.error(error);
        } else if (!silent.contains(type)) {
            world.handle(peer, packet);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        peers.forEach(FakePeer::close);
    }
}
