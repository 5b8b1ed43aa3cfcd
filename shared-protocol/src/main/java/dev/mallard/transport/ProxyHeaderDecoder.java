package dev.mallard.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * Decodes one header of the PROXY protocol, and fails at the first byte that cannot belong to one.
 * It removes itself after the header, and passes on what follows it.
 */
final class ProxyHeaderDecoder extends HAProxyMessageDecoder {

    /** What a header of version 2 may carry besides the addresses, in bytes. */
    static final int LONGEST_EXTENSION = 4096;

    private static final byte[] VERSION_1 = "PROXY ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VERSION_2 = {
        '\r', '\n', '\r', '\n', 0, '\r', '\n', 'Q', 'U', 'I', 'T', '\n'
    };

    private byte @Nullable [] signature;
    private int matched;

    ProxyHeaderDecoder() {
        super(LONGEST_EXTENSION);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof ByteBuf bytes && !goesOn(bytes)) {
            bytes.release();
            throw new MissingProxyHeaderException();
        }
        super.channelRead(context, message);
    }

    /** Compares as much of the signature as has arrived. */
    private boolean goesOn(ByteBuf bytes) {
        int at = bytes.readerIndex();
        byte[] expected = signature;
        while (at < bytes.writerIndex()) {
            byte next = bytes.getByte(at++);
            if (expected == null) {
                expected = next == VERSION_1[0] ? VERSION_1 : VERSION_2;
                signature = expected;
            }
            if (matched == expected.length) {
                return true;
            }
            if (next != expected[matched]) {
                return false;
            }
            matched++;
        }
        return true;
    }

    /** The connection begins with something else. */
    static final class MissingProxyHeaderException extends DecoderException {

        private static final long serialVersionUID = 1L;

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
