package dev.mallard.gateway.account;

import dev.mallard.protocol.RequestRejectedException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.concurrent.CompletionException;

/** Counts how registrations and logins end. Any thread. */
@Component
class AccountMetrics {

    private final MeterRegistry meters;

    AccountMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * @param failure why it failed, or null for success
     */
    void registration(@Nullable Throwable failure) {
        count(
                Counter.builder("mallard.gateway.registrations")
                        .description("Registrations by outcome"),
                failure);
    }

    /**
     * @param failure why it failed, or null for success
     */
    void login(@Nullable Throwable failure) {
        count(Counter.builder("mallard.gateway.logins").description("Logins by outcome"), failure);
    }

    private void count(Counter.Builder counter, @Nullable Throwable failure) {
        counter.tag("outcome", outcome(failure)).register(meters).increment();
    }

    private static String outcome(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> "SUCCESS";
            case RequestRejectedException rejected -> rejected.code().name();
            case CompletionException wrapped when wrapped.getCause() != null ->
                    outcome(wrapped.getCause());
            default -> "INTERNAL_ERROR";
        };
    }
}
