package dev.mallard.transport;

import io.netty.handler.ssl.SslContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The TLS context of the bundle that is valid now: made once for each bundle, and replaced when
 * there is another one. A new bundle that is no good is reported once, and the last good one stays.
 * Any thread may ask; while one makes a context, the others get the previous one.
 */
final class TlsContexts {

    private static final Logger LOG = LoggerFactory.getLogger(TlsContexts.class);

    private final Supplier<SslBundle> bundles;
    private final TlsRole role;
    private final AtomicBoolean replacing = new AtomicBoolean();
    private volatile Current current;

    /** A context, and the bundle that led to it, which is newer than the context's if it failed. */
    private record Current(SslBundle bundle, SslContext context) {}

    /**
     * @throws RuntimeException when the first bundle is no good
     */
    TlsContexts(Supplier<SslBundle> bundles, TlsRole role) {
        this.bundles = bundles;
        this.role = role;
        SslBundle first = bundles.get();
        this.current = new Current(first, role.context(first));
    }

    SslContext get() {
        SslBundle bundle = bundles.get();
        if (!bundle.equals(current.bundle()) && replacing.compareAndSet(false, true)) {
            try {
                current = new Current(bundle, contextOf(bundle));
            } finally {
                replacing.set(false);
            }
        }
        return current.context();
    }

    private SslContext contextOf(SslBundle bundle) {
        try {
            return role.context(bundle);
        } catch (RuntimeException e) {
            LOG.error("The new SSL bundle cannot be used, the previous one stays", e);
            return current.context();
        }
    }
}
