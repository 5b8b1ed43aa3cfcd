package dev.mallard.protocol.link;

import dev.mallard.transport.FrameCodec;
import dev.mallard.transport.FrameDecoder;
import dev.mallard.transport.FrameEncoder;

/** The codec of both ends of a link. */
public final class LinkFrameCodec implements FrameCodec {

    /** The protocol version that {@code Hello} states and both ends have to agree on. */
    public static final int PROTOCOL_VERSION = 2;

    private final FrameEncoder encoder = new LinkFrameEncoder();

    @Override
    public FrameDecoder newDecoder() {
        return new LinkFrameDecoder();
    }

    @Override
    public FrameEncoder encoder() {
        return encoder;
    }
}
