package dev.mallard.transport;

import java.io.IOException;
import java.net.Socket;

class PausingOverTlsTest extends PausingTest {

    private final TlsLoopback tls = new TlsLoopback();

    @Override
    ChannelCustomizer underServers() {
        return tls.server();
    }

    @Override
    Socket socket(int port) throws IOException {
        return tls.connect(port);
    }
}
