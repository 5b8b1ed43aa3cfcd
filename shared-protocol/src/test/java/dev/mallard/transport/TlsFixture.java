package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.netty.pkitesting.X509Bundle;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.integration.ip.tcp.connection.TcpConnectionOpenEvent;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import javax.net.ssl.SSLSocketFactory;

/** A server and clients that speak TLS, and what they tell of their failures. */
abstract class TlsFixture extends TransportFixture {

    static final Duration TIMEOUT = TlsCustomizer.DEFAULT_TIMEOUT;
    static final String HOST = "127.0.0.1";

    final TestAuthority authority = new TestAuthority("our authority");
    final X509Bundle serverCertificate = authority.issue("server");
    final SslBundle serverBundle = TestAuthority.identity(serverCertificate);
    final RecordingHandler handler = new RecordingHandler();
    final RecordingHandler clientHandler = new RecordingHandler();
    final BlockingQueue<TlsFailure> serverFailures = new LinkedBlockingQueue<>();
    final BlockingQueue<TlsFailure> clientFailures = new LinkedBlockingQueue<>();

    NettyServerConnectionFactory tlsServer(SslBundle bundle) {
        return tlsServer(TlsCustomizer.server(() -> bundle, TIMEOUT, serverFailures::add));
    }

    NettyServerConnectionFactory tlsServer(ChannelCustomizer customizer) {
        var server = serverFactory(loops(1), TransportOptions.forLinks());
        server.setChannelCustomizer(counting(customizer));
        start(server, handler);
        return server;
    }

    TlsCustomizer tlsTo(NettyServerConnectionFactory server, SslBundle bundle) {
        return TlsCustomizer.client(
                () -> bundle, HOST, server.getPort(), TIMEOUT, clientFailures::add);
    }

    NettyClientConnectionFactory tlsClient(
            NettyServerConnectionFactory server, TlsCustomizer customizer) {
        return tlsClient(server.getPort(), customizer);
    }

    NettyClientConnectionFactory tlsClient(int port, TlsCustomizer customizer) {
        var options = TransportOptions.forLinks().withConnectTimeout(Duration.ofSeconds(10));
        var client = clientFactory(port, loops(1).loop(0), options);
        client.setChannelCustomizer(counting(customizer));
        var adapter = new NettyReceivingChannelAdapter(clientHandler);
        adapter.setConnectionFactory(client);
        adapter.start();
        closing(adapter::stop);
        return client;
    }

    void fails(NettyClientConnectionFactory client, TlsFailure reason) {
        assertThatExceptionOfType(ConnectFailedException.class)
                .isThrownBy(client::getConnection)
                .withMessageEndingWith(": the TLS handshake failed (" + reason + ")");
        assertThat(next(clientFailures)).isEqualTo(reason);
        assertThat(clientFailures).isEmpty();
        assertThat(clientHandler.opened).isEmpty();
    }

    void nothingOpened() {
        assertThat(serverFailures).isEmpty();
        assertThat(handler.opened).isEmpty();
        assertThat(events).noneMatch(TcpConnectionOpenEvent.class::isInstance);
        await().untilAsserted(() -> assertThat(allocatedBytes()).isZero());
    }

    static SSLSocketFactory sockets(SslBundle bundle) {
        return bundle.createSslContext().getSocketFactory();
    }
}
