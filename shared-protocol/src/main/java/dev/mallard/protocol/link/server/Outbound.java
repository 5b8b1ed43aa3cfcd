package dev.mallard.protocol.link.server;

import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.message.GamePacket;

import io.netty.buffer.Unpooled;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Sends packets to users, wherever they are logged in. A packet is encoded once, and crosses each link once
 * with the list of its recipients there. Users who are not logged in are left out. Any thread; the order of
 * each sending thread is kept per user.
 */
public final class Outbound {

    private final SessionDirectory sessions;

    public Outbound(SessionDirectory sessions) {
        this.sessions = sessions;
    }

    /** Sends a packet to one user. */
    public void send(int userId, GamePacket packet) {
        send(new int[] {userId}, packet);
    }

    /** Sends a packet to several users. */
    public void send(Collection<Integer> userIds, GamePacket packet) {
        send(arrayOf(userIds), packet);
    }

    /** Sends a packet to several users; the array is not kept. */
    public void send(int[] userIds, GamePacket packet) {
        Map<GatewayLink, int[]> recipients = byLink(userIds);
        if (recipients.isEmpty()) {
            return;
        }
        int packetType = PacketCatalogue.get().typeOf(packet).id();
        byte[] payload = packet.toByteArray();
        recipients.forEach((link, users) -> link.deliver(packetType, users, payload));
    }

    /**
     * Sends what comes of a request to its sender, as long as that session lasts.
     *
     * @param awaited whether the gateway waits for it
     * @param protocolError whether the request was one that no proper client sends
     */
    void reply(UserSession user, GamePacket packet, boolean awaited, boolean protocolError) {
        int packetType = PacketCatalogue.get().typeOf(packet).id();
        answer(user, packetType, awaited, protocolError, packet.toByteArray());
    }

    /** Sends what comes of a request, and of others like it, to its sender. */
    void reply(UserSession user, EncodedPacket packet, boolean awaited) {
        answer(user, packet.type().id(), awaited, false, packet.payload());
    }

    private static void answer(
            UserSession user,
            int packetType,
            boolean awaited,
            boolean protocolError,
            byte[] payload) {
        user.link()
                .answer(
                        new LinkFrame.Answer(
                                packetType,
                                user.userId(),
                                user.number(),
                                awaited,
                                protocolError,
                                Unpooled.wrappedBuffer(payload)));
    }

    /**
     * Sends a control message to the gateway of one user.
     *
     * @return the link it went to, or null if the user is not logged in
     */
    public @Nullable GatewayLink control(int userId, LinkControl message) {
        UserSession session = sessions.find(userId);
        if (session == null) {
            return null;
        }
        session.link().control(message);
        return session.link();
    }

    /** The given users who are logged in, by the link that serves them. */
    public Map<GatewayLink, int[]> byLink(Collection<Integer> userIds) {
        return byLink(arrayOf(userIds));
    }

    /** Mostly a room is on one link, and needs no table. */
    private Map<GatewayLink, int[]> byLink(int[] userIds) {
        GatewayLink link = null;
        int[] users = new int[userIds.length];
        int found = 0;
        for (int userId : userIds) {
            UserSession session = sessions.find(userId);
            if (session != null) {
                if (link != null && link != session.link()) {
                    return bySeveralLinks(userIds);
                }
                link = session.link();
                users[found++] = userId;
            }
        }
        return link == null ? Map.of() : Map.of(link, Arrays.copyOf(users, found));
    }

    private Map<GatewayLink, int[]> bySeveralLinks(int[] userIds) {
        Map<GatewayLink, int[]> byLink = new IdentityHashMap<>();
        for (int userId : userIds) {
            UserSession session = sessions.find(userId);
            if (session != null) {
                byLink.merge(session.link(), new int[] {userId}, Outbound::append);
            }
        }
        return byLink;
    }

    private static int[] arrayOf(Collection<Integer> userIds) {
        return userIds.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] append(int[] users, int[] one) {
        int[] longer = Arrays.copyOf(users, users.length + 1);
        longer[users.length] = one[0];
        return longer;
    }
}
