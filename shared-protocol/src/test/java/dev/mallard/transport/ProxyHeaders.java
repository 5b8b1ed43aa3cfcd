package dev.mallard.transport;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Headers of the PROXY protocol, byte for byte. */
final class ProxyHeaders {

    static final int LOCAL = 0x20;
    static final int PROXY = 0x21;
    static final int UNSPECIFIED = 0x00;
    static final int TCP4 = 0x11;
    static final int UDP4 = 0x12;
    static final int TCP6 = 0x21;
    static final int UNIX_STREAM = 0x31;
    static final byte[] SIGNATURE = {
        0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A
    };

    private ProxyHeaders() {}

    static byte[] text(String line) {
        return (line + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Version 2 with whatever it is made of. */
    static byte[] binary(int command, int family, byte[]... parts) {
        byte[] body = join(parts);
        byte[] fixed = {
            (byte) command, (byte) family, (byte) (body.length >> 8), (byte) body.length
        };
        return join(SIGNATURE, fixed, body);
    }

    /** The addresses of version 2. */
    static byte[] addresses(InetSocketAddress source, InetSocketAddress destination) {
        byte[] ports = {
            (byte) (source.getPort() >> 8),
            (byte) source.getPort(),
            (byte) (destination.getPort() >> 8),
            (byte) destination.getPort()
        };
        return join(source.getAddress().getAddress(), destination.getAddress().getAddress(), ports);
    }

    static byte[] extension(int type, byte[] value) {
        byte[] head = {(byte) type, (byte) (value.length >> 8), (byte) value.length};
        return join(head, value);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
