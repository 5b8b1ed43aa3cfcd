package dev.mallard.gateway.account;

import dev.mallard.protocol.RequestRejectedException;

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
        meters.counter("mallard.gateway.registrations", "outcome", outcome(failure)).increment();
    }

    /**
     * @param failure why it failed, or null for success
     */
    void login(@Nullable Throwable failure) {
        meters.counter("mallard.gateway.logins", "outcome", outcome(failure)).increment();
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
