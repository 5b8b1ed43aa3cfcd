package dev.mallard.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.PemAuthority;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.transport.TlsCustomizer;
import dev.mallard.transport.TlsFailure;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.pkitesting.X509Bundle;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Links over TLS: to services as they should be, and to services with every fault there is. */
class LinkTlsIntegrationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final PemAuthority OURS = new PemAuthority("our authority");
    private static final PemAuthority OTHERS = new PemAuthority("another authority");
    private static final BlockingQueue<TlsFailure> REFUSED = new LinkedBlockingQueue<>();
    private static final List<FakeService> SERVICES = new ArrayList<>();

    @TempDir private static Path directory;

    private static FakeService lobby;
    private static FakeService game;
    private static FakeService renewed;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        lobby = service("lobby", tls(OURS.issue("lobby"), null));
        game = service("game", tls(OURS.issue("game"), OURS));
        renewed = service("renewed", tls(OURS.issue("renewed"), OTHERS));
        FakeService expired = service("expired", tls(OURS.issueExpired("expired"), null));
        FakeService stranger = service("stranger", tls(OTHERS.issue("stranger"), null));
        FakeService plain = service("plain", null);
        OURS.write(directory.resolve("trusted.pem"));
        writeIdentity(OURS.issue("gateway"));
        gateway =
                new RunningGateway(
                        lobby.address(),
                        game.address(),
                        group("renewed", renewed),
                        group("expired", expired),
                        group("stranger", stranger),
                        group("plain", plain),
                        "mallard.gateway.upstream.connect-timeout=20s",
                        "mallard.gateway.upstream.handshake-timeout=20s",
                        "mallard.gateway.upstream.heartbeat-interval=10s",
                        "mallard.gateway.upstream.backoff.min=50ms",
                        "mallard.gateway.upstream.backoff.eager=100ms",
                        "mallard.gateway.upstream.backoff.max=200ms",
                        "mallard.link.tls.bundle=links",
                        "spring.ssl.bundle.watch.file.quiet-period=50ms",
                        "spring.ssl.bundle.pem.links.reload-on-update=true",
                        "spring.ssl.bundle.pem.links.truststore.certificate=" + file("trusted.pem"),
                        "spring.ssl.bundle.pem.links.keystore.certificate=" + file("gateway.pem"),
                        "spring.ssl.bundle.pem.links.keystore.private-key=" + file("gateway.key"));
    }

    private static void writeIdentity(X509Bundle identity) throws IOException {
        PemAuthority.write(
                identity, directory.resolve("gateway.pem"), directory.resolve("gateway.key"));
    }

    private static String file(String name) {
        return directory.resolve(name).toUri().toString();
    }

    private static String group(String name, FakeService service) {
        return "mallard.gateway.upstream.groups." + name + ".instances=" + service.address();
    }

    private static FakeService service(String role, @Nullable TlsCustomizer tls) {
        FakeService service = new FakeService(role, role + "-1");
        if (tls != null) {
            service.channels(tls);
        }
        SERVICES.add(service.start());
        return service;
    }

    private static TlsCustomizer tls(X509Bundle identity, @Nullable PemAuthority ofGateways) {
        var bundle = PemAuthority.bundle(identity, ofGateways);
        return TlsCustomizer.server(() -> bundle, PATIENCE, REFUSED::add);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        SERVICES.forEach(FakeService::close);
    }

    private static UpstreamLink link(String group) {
        return gateway.links().stream()
                .filter(link -> link.instance().group().name().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static double failures(String group, LinkFailure reason) {
        return gateway.bean(MeterRegistry.class)
                .get("mallard.gateway.upstream.failures")
                .tags("upstream", group, "reason", reason.name())
                .counter()
                .count();
    }

    private static void awaitTrouble(
            String group, LinkFailure reason, LinkState state, String trouble) throws Exception {
        await().atMost(PATIENCE).until(() -> failures(group, reason) > 0);
        await().atMost(PATIENCE).until(() -> link(group).state() == state);
        assertThat(link(group).trouble()).contains(trouble);
        URI upstreams = URI.create("http://localhost:" + gateway.httpPort() + "/actuator/health");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(upstreams).build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                    .contains(trouble);
        }
    }

    @Test
    void packetsGoThereAndBack() throws Exception {
        await().atMost(PATIENCE).until(() -> link("lobby").isUsable() && link("game").isUsable());
        try (TestClient client = gateway.loggedIn()) {
            client.send(TestPackets.roomList());
            lobby.request();
            lobby.answer(TestPackets.rooms(), client.userId());
            assertThat(client.read()).isEqualTo(TestPackets.rooms());
        }
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        awaitTrouble(
                "expired",
                LinkFailure.TLS_CERTIFICATE_EXPIRED,
                LinkState.REFUSED,
                "the TLS handshake failed (CERTIFICATE_EXPIRED)");
    }

    @Test
    void theCertificateOfAnotherAuthorityIsRefused() throws Exception {
        awaitTrouble(
                "stranger",
                LinkFailure.TLS_HANDSHAKE_FAILED,
                LinkState.REFUSED,
                "the TLS handshake failed (HANDSHAKE_FAILED)");
    }

    @Test
    void aServiceWithoutTlsIsNotSpokenTo() throws Exception {
        await().atMost(PATIENCE).until(() -> failures("plain", LinkFailure.TLS_CLOSED) > 0);
        assertThat(link("plain").trouble()).contains("the TLS handshake failed (CLOSED)");
        assertThat(link("plain").isUsable()).isFalse();
    }

    @Test
    void aNewCertificateOfTheGatewayIsUsedWithoutARestart() throws Exception {
        await().atMost(PATIENCE).until(() -> failures("renewed", LinkFailure.CLOSED_EARLY) > 0);
        assertThat(link("renewed").isUsable()).isFalse();
        writeIdentity(OTHERS.issue("gateway"));
        await().atMost(PATIENCE).until(() -> link("renewed").isUsable());
        writeIdentity(OURS.issue("gateway"));
    }

    @Test
    void aGatewayWithoutTlsLearnsThatItIsExpected() throws Exception {
        try (RunningGateway plain =
                new RunningGateway(
                        lobby.address(), lobby.address().replace("localhost", "127.0.0.1"))) {
            UpstreamLink link = plain.links().getFirst();
            await().atMost(PATIENCE).until(() -> !link.trouble().isEmpty());
            assertThat(link.trouble()).contains("it may expect TLS");
            TlsFailure refused = REFUSED.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            while (refused != TlsFailure.PLAIN_TEXT) {
                assertThat(refused).isNotNull();
                refused = REFUSED.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }
}
