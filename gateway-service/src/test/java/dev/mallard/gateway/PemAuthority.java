package dev.mallard.gateway;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

/** A certificate authority for one test, whose certificates are files as operators have them. */
public final class PemAuthority {

    private static final Duration DAY = Duration.ofDays(1);

    private final X509Bundle root;

    public PemAuthority(String name) {
        try {
            root =
                    new CertificateBuilder()
                            .ecp256()
                            .subject("CN=" + name)
                            .setIsCertificateAuthority(true)
                            .notBefore(Instant.now().minus(DAY.multipliedBy(30)))
                            .notAfter(Instant.now().plus(DAY))
                            .buildSelfSigned();
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A certificate for localhost that is valid now. */
    public X509Bundle issue(String name) {
        return issue(name, Instant.now().plus(DAY));
    }

    public X509Bundle issueExpired(String name) {
        return issue(name, Instant.now().minus(DAY));
    }

    private X509Bundle issue(String name, Instant end) {
        try {
            return new CertificateBuilder()
                    .ecp256()
                    .subject("CN=" + name)
                    .addSanDnsName("localhost")
                    .notBefore(end.minus(DAY.multipliedBy(10)))
                    .notAfter(end)
                    .buildIssuedBy(root);
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The bundle of somebody who trusts this authority and has no certificate. */
    public SslBundle trust() {
        return bundle(null, this);
    }

    /**
     * @param identity whose certificate is shown, if any
     * @param trusted whose certificates are trusted; null for those of the Java runtime
     */
    public static SslBundle bundle(@Nullable X509Bundle identity, @Nullable PemAuthority trusted) {
        PemSslStoreDetails keys =
                identity == null
                        ? null
                        : PemSslStoreDetails.forCertificates(identity.getCertificatePathPEM())
                                .withPrivateKey(identity.getPrivateKeyPEM());
        PemSslStoreDetails trust =
                trusted == null
                        ? null
                        : PemSslStoreDetails.forCertificate(trusted.root.getCertificatePEM());
        return SslBundle.of(new PemSslStoreBundle(keys, trust));
    }

    /** Writes the certificate of the authority itself. */
    public void write(Path certificate) throws IOException {
        replace(certificate, root.getCertificatePEM());
    }

    /** Writes a certificate with its chain, and its key. */
    public static void write(X509Bundle identity, Path certificate, Path key) throws IOException {
        replace(key, identity.getPrivateKeyPEM());
        replace(certificate, identity.getCertificatePathPEM());
    }

    /** Nobody ever sees half a file. */
    private static void replace(Path file, String content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, content);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
