package dev.mallard.protocol.link.server;

import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.message.GamePacket;

import io.netty.buffer.ByteBuf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was sent, as if it had crossed a link. */
final class RecordingLinkChannel implements LinkChannel {

    private final List<LinkFrame> frames = new ArrayList<>();
    private boolean open = true;
    private long pendingBytes;

    static GatewayLink link(String gatewayId) {
        return new GatewayLink(new RecordingLinkChannel(), gatewayId, 0);
    }

    List<LinkFrame> frames() {
        return List.copyOf(frames);
    }

    List<LinkFrame.Delivery> deliveries() {
        return frames.stream()
                .filter(LinkFrame.Delivery.class::isInstance)
                .map(LinkFrame.Delivery.class::cast)
                .toList();
    }

    List<LinkFrame.Answer> answers() {
        return frames.stream()
                .filter(LinkFrame.Answer.class::isInstance)
                .map(LinkFrame.Answer.class::cast)
                .toList();
    }

    List<LinkControl> controls() {
        return frames.stream()
                .filter(LinkFrame.Control.class::isInstance)
                .map(frame -> ((LinkFrame.Control) frame).message())
                .toList();
    }

    static GamePacket packet(LinkFrame.Delivery delivery) {
        return packet(delivery.payload());
    }

    static GamePacket packet(LinkFrame.Answer answer) {
        return packet(answer.payload());
    }

    private static GamePacket packet(ByteBuf payload) {
        try {
            return GamePacket.parseFrom(payload.nioBuffer());
        } catch (IOException malformed) {
            throw new AssertionError(malformed);
        }
    }

    void pendingBytes(long bytes) {
        pendingBytes = bytes;
    }

    @Override
    public void write(LinkFrame frame) {
        if (open) {
            frames.add(frame);
        }
    }

    @Override
    public long pendingBytes() {
        return pendingBytes;
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
