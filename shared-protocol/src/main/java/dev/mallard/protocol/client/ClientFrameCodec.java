package dev.mallard.protocol.client;

import dev.mallard.transport.FrameCodec;
import dev.mallard.transport.FrameDecoder;

/** The codec of client connections on an event loop. Immutable; any thread. */
public final class ClientFrameCodec implements FrameCodec {

    private final ProtocolVersion version;
    private final int initialPayloadLimit;
    private final ClientFrameEncoder encoder;

    /**
     * @param initialPayloadLimit the largest payload that a new connection accepts, bytes
     */
    public ClientFrameCodec(ProtocolVersion version, int initialPayloadLimit) {
        this.version = version;
        this.initialPayloadLimit = initialPayloadLimit;
        this.encoder = new ClientFrameEncoder(version);
    }

    @Override
    public FrameDecoder newDecoder() {
        return new ClientFrameDecoder(version, initialPayloadLimit);
    }

    @Override
    public ClientFrameEncoder encoder() {
        return encoder;
    }
}
