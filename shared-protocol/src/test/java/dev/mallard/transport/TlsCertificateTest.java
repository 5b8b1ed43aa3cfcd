package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

import io.netty.handler.ssl.ClientAuth;
import io.netty.pkitesting.X509Bundle;

import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.SslOptions;

import java.util.Set;

import javax.net.ssl.SSLSession;

/** Which certificates and bundles are accepted. */
class TlsCertificateTest extends TlsFixture {

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
        var server = tlsServer(serverBundle);
        var stranger = new TestAuthority("another authority");
        fails(tlsClient(server, tlsTo(server, stranger.trust())), TlsFailure.HANDSHAKE_FAILED);
        assertThat(next(serverFailures)).isEqualTo(TlsFailure.HANDSHAKE_FAILED);
        nothingOpened();
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        var server = tlsServer(TestAuthority.identity(authority.issueExpired("server")));
        fails(tlsClient(server, tlsTo(server, authority.trust())), TlsFailure.CERTIFICATE_EXPIRED);
        // What the client says about its reason depends on the version of Java.
        assertThat(next(serverFailures))
                .isIn(TlsFailure.CERTIFICATE_EXPIRED, TlsFailure.HANDSHAKE_FAILED);
        nothingOpened();
    }

    @Test
    void theCertificateMustBeForTheHostUnlessThatDoesNotMatter() throws Exception {
        var server =
                tlsServer(TestAuthority.identity(authority.issueForAddress("server", "192.0.2.1")));
        var tls = tlsTo(server, authority.trust());
        fails(tlsClient(server, tls), TlsFailure.HANDSHAKE_FAILED);
        assertThat(next(serverFailures)).isEqualTo(TlsFailure.HANDSHAKE_FAILED);
        nothingOpened();
        assertThat(tlsClient(server, tls.withoutHostnameVerification()).getConnection().isOpen())
                .isTrue();
    }

    @Test
    void aTrustStoreOfTheServerAsksForCertificatesOfItsClients() throws Exception {
        var server = tlsServer(TestAuthority.bundle(serverCertificate, authority));
        X509Bundle identity = authority.issue("gateway");
        var trusted = TestAuthority.bundle(identity, authority);
        NettyConnection connection = tlsClient(server, tlsTo(server, trusted)).getConnection();
        SSLSession session = next(handler.opened).getSslSession();
        assertThat(session).isNotNull();
        assertThat(session.getPeerPrincipal().getName()).isEqualTo("CN=gateway");
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void aClientWithoutTheRequiredCertificateIsRefused() throws Exception {
        var server = tlsServer(TestAuthority.bundle(serverCertificate, authority));
        // The client's own half of the handshake is done before the server has looked.
        tlsClient(server, tlsTo(server, authority.trust())).getConnection();
        assertThat(next(serverFailures)).isEqualTo(TlsFailure.HANDSHAKE_FAILED);
        next(clientHandler.closed);
        assertThat(handler.opened).isEmpty();
    }

    @Test
    void anExpiredCertificateOfAClientIsRefused() throws Exception {
        var server = tlsServer(TestAuthority.bundle(serverCertificate, authority));
        X509Bundle expired = authority.issueExpired("gateway");
        tlsClient(server, tlsTo(server, TestAuthority.bundle(expired, authority))).getConnection();
        assertThat(next(serverFailures)).isEqualTo(TlsFailure.CERTIFICATE_EXPIRED);
        next(clientHandler.closed);
        assertThat(handler.opened).isEmpty();
    }

    @Test
    void whatIsAskedOfClientsMayBeSaid() throws Exception {
        var bundle = TestAuthority.bundle(serverCertificate, authority);
        var server =
                tlsServer(
                        TlsCustomizer.server(() -> bundle, TIMEOUT, serverFailures::add)
                                .withClientAuth(ClientAuth.NONE));
        tlsClient(server, tlsTo(server, authority.trust())).getConnection();
        next(handler.opened);
    }

    @Test
    void aBundleThatCannotBeUsedIsRefusedAtOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tlsServer(authority.trust()))
                .withMessage("a TLS server needs a bundle with a key store");
        assertThatIllegalStateException().isThrownBy(() -> tlsServer(TestAuthority.NO_BUNDLE));
        var noProtocol = SslOptions.of(null, Set.of("TLSv9"));
        assertThatRuntimeException()
                .isThrownBy(
                        () -> tlsServer(TestAuthority.bundle(serverCertificate, null, noProtocol)));
        var noCipher = SslOptions.of(Set.of("TLS_ROT_13"), null);
        assertThatRuntimeException()
                .isThrownBy(
                        () -> tlsServer(TestAuthority.bundle(serverCertificate, null, noCipher)));
    }

    @Test
    void whatBelongsToTheOtherSideIsRefused() {
        var server = TlsCustomizer.server(() -> serverBundle, TIMEOUT, serverFailures::add);
        assertThatIllegalStateException().isThrownBy(server::withoutHostnameVerification);
        var client = TlsCustomizer.client(authority::trust, HOST, 1, TIMEOUT, clientFailures::add);
        assertThatIllegalStateException()
                .isThrownBy(() -> client.withClientAuth(ClientAuth.REQUIRE));
    }
}
