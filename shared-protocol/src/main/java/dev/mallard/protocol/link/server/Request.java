package dev.mallard.protocol.link.server;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.Packets;
import dev.mallard.protocol.message.GamePacket;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A client's packet that waits for its handler, and the way back to the client. Each request is finished
 * once: by an answer, a rejection, or {@link #done}; what comes later is ignored. Any thread.
 */
public final class Request {

    private final UserSession sender;
    private final PacketType type;
    private final GamePacket packet;
    private final Outbound outbound;
    private final Clock clock;
    private final AtomicBoolean finished = new AtomicBoolean();

    public Request(
            UserSession sender,
            PacketType type,
            GamePacket packet,
            Outbound outbound,
            Clock clock) {
        this.sender = sender;
        this.type = type;
        this.packet = packet;
        this.outbound = outbound;
        this.clock = clock;
    }

    public UserSession sender() {
        return sender;
    }

    public PacketType type() {
        return type;
    }

    /** The packet, whose payload member is the one of {@link #type()}, or none where that may be left out. */
    public GamePacket packet() {
        return packet;
    }

    /** Sends the packet that answers this request to its sender. */
    public void answer(GamePacket answer) {
        reply(answer, false);
    }

    /** Sends the packet that answers this request and others like it to its sender. */
    public void answer(EncodedPacket answer) {
        if (finished.compareAndSet(false, true)) {
            outbound.reply(sender, answer, type.alwaysAnswered());
        }
    }

    /** Answers with an error. */
    public void reject(ErrorCode code) {
        reply(Packets.error(code, clock.millis()), code.protocolError());
    }

    private void reply(GamePacket packet, boolean protocolError) {
        if (finished.compareAndSet(false, true)) {
            outbound.reply(sender, packet, type.alwaysAnswered(), protocolError);
        }
    }

    /** Finishes the request without a packet to the sender alone. */
    public void done() {
        if (finished.compareAndSet(false, true) && type.alwaysAnswered()) {
            sender.link().done(sender.userId(), sender.number());
        }
    }
}
