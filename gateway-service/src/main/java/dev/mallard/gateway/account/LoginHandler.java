package dev.mallard.gateway.account;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.LocalHandler;
import dev.mallard.gateway.client.SessionLogin;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.message.C2SLoginRequest;
import dev.mallard.protocol.message.GamePacket;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Serves LOGIN_REQUEST: checks the password, then leaves the session to {@link SessionLogin}. A failure is
 * answered no sooner than the time that is set for it, whatever was wrong.
 */
@Component
class LoginHandler implements LocalHandler {

    private final LoginService logins;
    private final SessionLogin sessionLogin;
    private final AccountExecutor executor;
    private final AccountMetrics metrics;
    private final Duration failureTime;

    LoginHandler(
            LoginService logins,
            SessionLogin sessionLogin,
            AccountExecutor executor,
            AccountMetrics metrics,
            AccountProperties properties) {
        this.logins = logins;
        this.sessionLogin = sessionLogin;
        this.executor = executor;
        this.metrics = metrics;
        this.failureTime = properties.failureTime();
    }

    @Override
    public PacketType type() {
        return PacketType.LOGIN_REQUEST;
    }

    @Override
    public CompletionStage<Void> handle(ClientSession session, GamePacket packet) {
        C2SLoginRequest request = packet.getLoginRequest();
        LoginAttempt attempt =
                new LoginAttempt(
                        session.id(),
                        session.remoteAddress(),
                        request.getEmail(),
                        request.getPassword());
        long start = System.nanoTime();
        return executor.submit(() -> logins.login(attempt))
                .thenCompose(
                        login ->
                                sessionLogin.complete(
                                        session,
                                        login.userId(),
                                        login.nickname(),
                                        login.sessionNumber()))
                .whenComplete((done, failure) -> metrics.login(failure))
                .exceptionallyCompose(
                        failure ->
                                isFailedLogin(failure)
                                        ? later(failure, start)
                                        : CompletableFuture.failedFuture(failure));
    }

    private static boolean isFailedLogin(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RequestRejectedException rejection
                && rejection.code() == ErrorCode.LOGIN_FAILED;
    }

    private CompletableFuture<Void> later(Throwable failure, long start) {
        long left = failureTime.toNanos() - (System.nanoTime() - start);
        CompletableFuture<Void> result = new CompletableFuture<>();
        CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS)
                .execute(() -> result.completeExceptionally(failure));
        return result;
    }
}
