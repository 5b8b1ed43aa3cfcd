package dev.mallard.benchmarks.load;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.LinkFrameEncoder;
import dev.mallard.protocol.link.message.HeartbeatEcho;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.Load;
import dev.mallard.protocol.link.message.SessionAccepted;
import dev.mallard.protocol.link.message.SessionOpened;
import dev.mallard.protocol.link.message.Welcome;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;

import java.util.Arrays;

/**
 * The service behind a gateway: speaks the link protocol, accepts every session, and answers each request
 * with its own payload, or sends it to a whole room. One per gateway; confined to the event loop of the load.
 */
final class EchoService {

    private static final int ANSWER = PacketType.GET_ROOM_LIST_RESPONSE.id();
    private static final int NOTIFICATION = PacketType.S_PLAYER_ATTACK_NOTIFICATION.id();

    private static final int ENDS_REQUEST = 1;
    private static final int USER = 3;
    private static final int SESSION_NUMBER = USER + Integer.BYTES;

    private final String role;
    private final LinkFrameEncoder encoder = new LinkFrameEncoder();
    private int[] userOfClient = new int[1024];

    /**
     * @param role name of the upstream group
     */
    EchoService(String role) {
        this.role = role;
    }

    /** Serves one link. */
    final class Link extends FrameReader {

        private final Collector collector;

        Link(Channel channel, Collector.Round round) {
            this.collector = new Collector(channel, round);
        }

        @Override
        protected boolean readFrame(ByteBuf in) {
            int length = LinkWire.frameLength(in);
            if (length < 0) {
                return false;
            }
            int start = in.readerIndex() + Integer.BYTES;
            if (in.getByte(start) == LinkWire.REQUEST) {
                serve(in, start, length, collector.out());
            } else if (in.getByte(start) == LinkWire.CONTROL) {
                control(in.slice(start + 1, length - 1), collector);
            }
            in.readerIndex(start + length);
            return true;
        }
    }

    private void serve(ByteBuf in, int start, int length, ByteBuf out) {
        int user = in.getInt(start + USER);
        int payload = start + LinkWire.REQUEST_HEADER;
        int payloadLength = length - LinkWire.REQUEST_HEADER;
        int recipients = in.getUnsignedByte(payload + Probe.RECIPIENTS);
        int client = in.getInt(payload + Probe.CLIENT);
        if (recipients == Probe.INTRODUCTION) {
            introduce(client, user);
        }
        if (recipients <= 1) {
            out.writeInt(LinkWire.ANSWER_HEADER + payloadLength);
            out.writeByte(LinkWire.ANSWER);
            out.writeShort(ANSWER);
            out.writeByte(ENDS_REQUEST);
            out.writeInt(user);
            out.writeLong(in.getLong(start + SESSION_NUMBER));
        } else {
            out.writeInt(LinkWire.DELIVERY_HEADER + Integer.BYTES * recipients + payloadLength);
            out.writeByte(LinkWire.DELIVERY);
            out.writeShort(NOTIFICATION);
            out.writeShort(recipients);
            for (int i = 0; i < recipients; i++) {
                out.writeInt(userOfClient[client + i]);
            }
        }
        out.writeBytes(in, payload, payloadLength);
    }

    private void introduce(int client, int user) {
        if (client >= userOfClient.length) {
            userOfClient = Arrays.copyOf(userOfClient, Math.max(client + 1, 2 * client));
        }
        userOfClient[client] = user;
    }

    private void control(ByteBuf body, Collector collector) {
        LinkControl message;
        try {
            message = LinkControl.parseFrom(body.nioBuffer());
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalStateException("a control message that cannot be read", malformed);
        }
        switch (message.getBodyCase()) {
            case HELLO -> send(collector, LinkControl.newBuilder().setWelcome(welcome()));
            case HEARTBEAT ->
                    send(
                            collector,
                            LinkControl.newBuilder()
                                    .setHeartbeatEcho(
                                            HeartbeatEcho.newBuilder()
                                                    .setSentAt(
                                                            message.getHeartbeat().getSentAt())));
            case SESSION_OPENED -> accept(collector, message.getSessionOpened());
            case SESSIONS_ANNOUNCED ->
                    message.getSessionsAnnounced()
                            .getSessionsList()
                            .forEach(session -> accept(collector, session));
            default -> {
                // The others need no answer.
            }
        }
    }

    private Welcome.Builder welcome() {
        return Welcome.newBuilder()
                .setInstanceId(role + "-of-the-benchmark")
                .setRole(role)
                .setLoad(Load.newBuilder().setAcceptingWork(true));
    }

    private void accept(Collector collector, SessionOpened session) {
        send(
                collector,
                LinkControl.newBuilder()
                        .setSessionAccepted(
                                SessionAccepted.newBuilder()
                                        .setUserId(session.getUserId())
                                        .setSessionNumber(session.getSessionNumber())));
    }

    private void send(Collector collector, LinkControl.Builder message) {
        encoder.encode(new LinkFrame.Control(message.build()), collector.out());
    }
}
