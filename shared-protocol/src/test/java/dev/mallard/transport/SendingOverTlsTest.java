package dev.mallard.transport;

import java.io.IOException;
import java.net.Socket;

class SendingOverTlsTest extends SendingTest {

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
