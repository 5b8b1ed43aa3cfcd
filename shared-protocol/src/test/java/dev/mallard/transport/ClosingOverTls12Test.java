package dev.mallard.transport;

import java.io.IOException;
import java.net.Socket;

/** The older protocol ends its connections in another way. */
class ClosingOverTls12Test extends ClosingTest {

    private final TlsLoopback tls = new TlsLoopback("TLSv1.2");

    @Override
    ChannelCustomizer underServers() {
        return tls.server();
    }

    @Override
    Socket socket(int port) throws IOException {
        return tls.connect(port);
    }
}
