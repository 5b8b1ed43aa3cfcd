package dev.mallard.gateway.account;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Objects;

/**
 * Hashes passwords with argon2id, and still knows bcrypt. Hashing is slow on purpose, so it runs on a few
 * threads of its own with a bounded queue; every method makes the calling thread wait for its result, and is
 * rejected with {@code SERVER_BUSY} when the queue is full or the wait would be too long. Any thread but an event loop's.
 */
@Component
public class PasswordHashing implements DisposableBean {

    private static final String PREFERRED = "argon2id";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final PasswordEncoder encoder;
    private final HashingQueue queue;
    private final Timer duration;

    public PasswordHashing(AccountProperties properties, MeterRegistry meters) {
        AccountProperties.Hashing hashing = properties.hashing();
        this.encoder = encoder(hashing);
        this.queue =
                new HashingQueue(hashing.effectiveThreads(), hashing.queue(), hashing.maxWait());
        this.duration =
                Timer.builder("mallard.gateway.password.hashing")
                        .description("Time that one password hash takes, without waiting")
                        .register(meters);
        Gauge.builder("mallard.gateway.password.queue", queue, HashingQueue::size)
                .description("Password hashes that wait for a thread")
                .register(meters);
    }

    private static PasswordEncoder encoder(AccountProperties.Hashing hashing) {
        PasswordEncoder bcrypt = new BCryptPasswordEncoder();
        DelegatingPasswordEncoder delegating =
                new DelegatingPasswordEncoder(
                        PREFERRED,
                        Map.of(
                                PREFERRED,
                                new Argon2PasswordEncoder(
                                        SALT_BYTES,
                                        HASH_BYTES,
                                        hashing.lanes(),
                                        Math.toIntExact(hashing.memory().toKilobytes()),
                                        hashing.iterations()),
                                "bcrypt",
                                bcrypt));
        // Hashes taken over from another server come without the name of their method.
        delegating.setDefaultPasswordEncoderForMatches(bcrypt);
        return delegating;
    }

    /** The hash to store, with the name of its method and its costs. */
    public String hash(Password password) {
        return encode(password.value());
    }

    /** Hashes a clear text that has been proved right, whatever rules it was chosen under. */
    String rehash(String clearText) {
        return encode(clearText);
    }

    /** Whether a clear text is the password behind a stored hash. */
    public boolean matches(String clearText, String storedHash) {
        return queue.run(
                () -> duration.recordCallable(() -> encoder.matches(clearText, storedHash)));
    }

    /** Takes as long as {@link #matches} for an account that does not exist. */
    public void matchNothing(String clearText) {
        encode(clearText);
    }

    /** Whether a stored hash was made by another method, or cheaper, than new ones are. */
    public boolean isOutdated(String storedHash) {
        return encoder.upgradeEncoding(storedHash);
    }

    private String encode(String clearText) {
        return queue.run(
                () ->
                        duration.recordCallable(
                                () -> Objects.requireNonNull(encoder.encode(clearText))));
    }

    @Override
    public void destroy() {
        queue.close();
    }
}
