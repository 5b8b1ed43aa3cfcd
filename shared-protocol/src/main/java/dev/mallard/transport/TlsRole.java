package dev.mallard.transport;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;

import java.util.List;

import javax.net.ssl.SSLParameters;

/** Which side of a TLS connection we are, and what follows from it. */
sealed interface TlsRole {

    /**
     * @throws RuntimeException when the bundle is no good for this role
     */
    SslContext context(SslBundle bundle);

    SslHandler handler(SslContext context, ByteBufAllocator allocator);

    /**
     * @param clientAuth whether clients have to show a certificate, or null for "if the bundle has
     *     a trust store"
     */
    record Server(@Nullable ClientAuth clientAuth) implements TlsRole {

        @Override
        public SslContext context(SslBundle bundle) {
            if (bundle.getStores().getKeyStore() == null) {
                throw new IllegalStateException("a TLS server needs a bundle with a key store");
            }
            return TlsRole.context(bundle, false, clientAuth(bundle));
        }

        private ClientAuth clientAuth(SslBundle bundle) {
            if (clientAuth != null) {
                return clientAuth;
            }
            return bundle.getStores().getTrustStore() == null
                    ? ClientAuth.NONE
                    : ClientAuth.REQUIRE;
        }

        @Override
        public SslHandler handler(SslContext context, ByteBufAllocator allocator) {
            return context.newHandler(allocator);
        }
    }

    /**
     * @param host what we connect to, as it was configured
     * @param port its port
     * @param verified whether the server's certificate must be for that host
     */
    record Client(String host, int port, boolean verified) implements TlsRole {

        @Override
        public SslContext context(SslBundle bundle) {
            return TlsRole.context(bundle, true, ClientAuth.NONE);
        }

        @Override
        public SslHandler handler(SslContext context, ByteBufAllocator allocator) {
            SslHandler handler = context.newHandler(allocator, host, port);
            SSLParameters parameters = handler.engine().getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm(verified ? "HTTPS" : "");
            handler.engine().setSSLParameters(parameters);
            return handler;
        }
    }

    private static SslContext context(SslBundle bundle, boolean client, ClientAuth clientAuth) {
        String @Nullable [] ciphers = bundle.getOptions().getCiphers();
        SslContext context =
                new JdkSslContext(
                        bundle.createSslContext(),
                        client,
                        ciphers == null ? null : List.of(ciphers),
                        IdentityCipherSuiteFilter.INSTANCE,
                        null,
                        clientAuth,
                        bundle.getOptions().getEnabledProtocols(),
                        false);
        // Unknown names of ciphers and protocols show up here, and not with the first connection.
        context.newEngine(UnpooledByteBufAllocator.DEFAULT);
        return context;
    }
}
