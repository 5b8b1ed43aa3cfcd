package dev.mallard.gateway.account;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.LocalHandler;
import dev.mallard.gateway.client.SessionLogin;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.message.C2SLoginRequest;
import dev.mallard.protocol.message.GamePacket;

import org.springframework.stereotype.Component;

import java.util.concurrent.CompletionStage;

/** Serves LOGIN_REQUEST: checks the password, then leaves the session to {@link SessionLogin}. */
@Component
class LoginHandler implements LocalHandler {

    private final LoginService logins;
    private final SessionLogin sessionLogin;
    private final AccountExecutor executor;
    private final AccountMetrics metrics;

    LoginHandler(
            LoginService logins,
            SessionLogin sessionLogin,
            AccountExecutor executor,
            AccountMetrics metrics) {
        this.logins = logins;
        this.sessionLogin = sessionLogin;
        this.executor = executor;
        this.metrics = metrics;
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
        return executor.submit(() -> logins.login(attempt))
                .thenCompose(
                        login ->
                                sessionLogin.complete(
                                        session,
                                        login.userId(),
                                        login.nickname(),
                                        login.sessionNumber()))
                .whenComplete((done, failure) -> metrics.login(failure));
    }
}
