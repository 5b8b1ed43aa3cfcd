package dev.mallard.transport;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;

import javax.net.ssl.SSLSocket;

/** TLS for a server on the loopback address, and the sockets that fit. */
final class TlsLoopback {

    final TestAuthority authority = new TestAuthority("loopback authority");
    private final SslBundle server;

    TlsLoopback(String... protocols) {
        SslOptions options =
                protocols.length == 0 ? SslOptions.NONE : SslOptions.of(null, Set.of(protocols));
        server = TestAuthority.bundle(authority.issue("loopback"), null, options);
    }

    TlsCustomizer server() {
        return TlsCustomizer.server(() -> server, TlsCustomizer.DEFAULT_TIMEOUT, failure -> {});
    }

    /** A socket whose handshake is done. */
    Socket connect(int port) throws IOException {
        return connect(authority.trust(), port);
    }

    static SSLSocket connect(SslBundle bundle, int port) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        bundle.createSslContext()
                                .getSocketFactory()
                                .createSocket(InetAddress.getLoopbackAddress(), port);
        socket.startHandshake();
        return socket;
    }
}
