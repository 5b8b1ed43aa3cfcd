package dev.mallard.game.support;

import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.server.GatewayLink;
import dev.mallard.protocol.link.server.LinkChannel;
import dev.mallard.protocol.link.server.UserSession;
import dev.mallard.protocol.message.GamePacket;

import io.netty.buffer.ByteBuf;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A link that remembers what was sent. */
public final class RecordingLink implements LinkChannel {

    private final List<LinkFrame> frames = new CopyOnWriteArrayList<>();
    private final GatewayLink link;
    private volatile boolean open = true;

    public RecordingLink(String gatewayId) {
        this.link = new GatewayLink(this, gatewayId, 0);
    }

    public GatewayLink link() {
        return link;
    }

    /** A session on this link. */
    public UserSession session(int userId, long number) {
        return new UserSession(userId, "user" + userId, number, link);
    }

    public List<LinkControl> controls() {
        return frames.stream()
                .filter(LinkFrame.Control.class::isInstance)
                .map(frame -> ((LinkFrame.Control) frame).message())
                .toList();
    }

    /** The packets that were delivered, whoever got them. */
    public List<GamePacket> packets() {
        return frames.stream().map(RecordingLink::payload).flatMap(Optional::stream).toList();
    }

    /** The deliveries, as they crossed the link. */
    public List<LinkFrame.Delivery> deliveries() {
        return frames.stream()
                .filter(LinkFrame.Delivery.class::isInstance)
                .map(LinkFrame.Delivery.class::cast)
                .toList();
    }

    /** How many requests were finished without a packet. */
    public long finished() {
        return frames.stream().filter(LinkFrame.Done.class::isInstance).count();
    }

    private static Optional<GamePacket> payload(LinkFrame frame) {
        return switch (frame) {
            case LinkFrame.Delivery delivery -> Optional.of(packet(delivery.payload()));
            case LinkFrame.Answer answer -> Optional.of(packet(answer.payload()));
            case LinkFrame.Done done -> Optional.empty();
            case LinkFrame.Control control -> Optional.empty();
            case LinkFrame.Request request -> Optional.empty();
            case LinkFrame.TracedRequest traced -> Optional.empty();
        };
    }

    private static GamePacket packet(ByteBuf payload) {
        try {
            return GamePacket.parseFrom(payload.nioBuffer());
        } catch (IOException malformed) {
            throw new AssertionError(malformed);
        }
    }

    @Override
    public void write(LinkFrame frame) {
        frames.add(frame);
    }

    @Override
    public long pendingBytes() {
        return 0;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public void closeAfterFlush() {
        open = false;
    }
}
