package dev.mallard.gateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A gateway that cannot be as safe as it was told to be does not start. */
class FailClosedIntegrationTest {

    private static final String PEM = "spring.ssl.bundle.pem.broken.";

    @TempDir private Path directory;

    private static void start(String... settings) {
        new RunningGateway("localhost:1", "localhost:1", settings).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mallard.gateway.client.tls.bundle", "mallard.link.tls.bundle"})
    void withoutTheBundleThatIsNamed(String property) {
        assertThatThrownBy(() -> start(property + "=nowhere"))
                .rootCause()
                .hasMessageContaining("nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mallard.gateway.client.tls.bundle", "mallard.link.tls.bundle"})
    void withAKeyThatCannotBeRead(String property) throws IOException {
        Path certificate = directory.resolve("certificate.pem");
        Path key = directory.resolve("key.pem");
        PemAuthority.write(new PemAuthority("ours").issue("gateway"), certificate, key);
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(
                        () ->
                                start(
                                        property + "=broken",
                                        PEM + "keystore.certificate=" + certificate.toUri(),
                                        PEM + "keystore.private-key=" + key.toUri()))
                .hasStackTraceContaining("private key");
    }

    @Test
    void withACertificateWithoutItsKey() throws IOException {
        Path certificate = directory.resolve("certificate.pem");
        new PemAuthority("ours").write(certificate);
        assertThatThrownBy(
                        () ->
                                start(
                                        "mallard.gateway.client.tls.bundle=broken",
                                        PEM + "truststore.certificate=" + certificate.toUri()))
                .rootCause()
                .hasMessageContaining("key store");
    }
}
