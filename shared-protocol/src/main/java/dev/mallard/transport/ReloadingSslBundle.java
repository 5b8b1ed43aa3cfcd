package dev.mallard.transport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

import java.util.function.Supplier;

/**
 * The SSL bundle with a given name, as it is now: it follows the updates of the registry, which
 * come when the bundle has {@code reload-on-update} and its files change. Any thread may ask.
 */
public final class ReloadingSslBundle implements Supplier<SslBundle> {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadingSslBundle.class);

    private final String name;
    private volatile SslBundle current;

    /**
     * @param bundles where the bundle is registered
     * @param name its name
     * @throws NoSuchSslBundleException when there is no bundle with that name
     */
    public ReloadingSslBundle(SslBundles bundles, String name) {
        this.name = name;
        this.current = bundles.getBundle(name);
        bundles.addBundleUpdateHandler(name, this::replace);
    }

    private void replace(SslBundle updated) {
        current = updated;
        LOG.info("SSL bundle {} was updated; new connections use it", name);
    }

    @Override
    public SslBundle get() {
        return current;
    }
}
