package dev.mallard.transport;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;

import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;

/** A certificate authority for one test, and the SSL bundles made of what it issues. */
public final class TestAuthority {

    static final SslBundle NO_BUNDLE = SslBundle.of(SslStoreBundle.NONE);

    private static final String PASSWORD = "secret";
    private static final Duration DAY = Duration.ofDays(1);

    private final X509Bundle root;

    public TestAuthority(String name) {
        try {
            root =
                    new CertificateBuilder()
                            .ecp256()
                            .subject("CN=" + name)
                            .setIsCertificateAuthority(true)
                            .notBefore(Instant.now().minus(DAY.multipliedBy(30)))
                            .notAfter(Instant.now().plus(DAY))
                            .buildSelfSigned();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A certificate that is valid now, for the loopback address. */
    public X509Bundle issue(String name) {
        return issue(name, "127.0.0.1", Instant.now().plus(DAY));
    }

    public X509Bundle issueExpired(String name) {
        return issue(name, "127.0.0.1", Instant.now().minus(DAY));
    }

    X509Bundle issueForAddress(String name, String address) {
        return issue(name, address, Instant.now().plus(DAY));
    }

    private X509Bundle issue(String name, String address, Instant end) {
        try {
            return new CertificateBuilder()
                    .ecp256()
                    .subject("CN=" + name)
                    .addSanIpAddress(address)
                    .notBefore(end.minus(DAY.multipliedBy(10)))
                    .notAfter(end)
                    .buildIssuedBy(root);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The bundle of somebody who trusts this authority and has no certificate. */
    public SslBundle trust() {
        return bundle(null, this);
    }

    /** The bundle of somebody who has a certificate and trusts nobody in particular. */
    static SslBundle identity(X509Bundle identity) {
        return bundle(identity, null);
    }

    public static SslBundle bundle(@Nullable X509Bundle identity, @Nullable TestAuthority trusted) {
        return bundle(identity, trusted, SslOptions.NONE);
    }

    static SslBundle bundle(
            @Nullable X509Bundle identity, @Nullable TestAuthority trusted, SslOptions options) {
        try {
            KeyStore keys = identity == null ? null : identity.toKeyStore(PASSWORD.toCharArray());
            KeyStore trust = trusted == null ? null : trusted.trustStore();
            return SslBundle.of(
                    SslStoreBundle.of(keys, PASSWORD, trust), SslBundleKey.NONE, options);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private KeyStore trustStore() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", root.getCertificate());
        return store;
    }
}
