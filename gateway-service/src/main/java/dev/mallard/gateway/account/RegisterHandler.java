package dev.mallard.gateway.account;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.LocalHandler;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.message.C2SRegisterRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CRegisterResponse;

import org.springframework.stereotype.Component;

import java.util.concurrent.CompletionStage;

/** Serves REGISTER_REQUEST. Registering does not log in. */
@Component
class RegisterHandler implements LocalHandler {

    private static final GamePacket SUCCESS =
            GamePacket.newBuilder()
                    .setRegisterResponse(S2CRegisterResponse.newBuilder().setSuccess(true))
                    .build();

    private final RegistrationService registrations;
    private final AccountExecutor executor;
    private final AccountMetrics metrics;

    RegisterHandler(
            RegistrationService registrations, AccountExecutor executor, AccountMetrics metrics) {
        this.registrations = registrations;
        this.executor = executor;
        this.metrics = metrics;
    }

    @Override
    public PacketType type() {
        return PacketType.REGISTER_REQUEST;
    }

    @Override
    public CompletionStage<Void> handle(ClientSession session, GamePacket packet) {
        C2SRegisterRequest request = packet.getRegisterRequest();
        return executor.submit(() -> register(request))
                .whenComplete((account, failure) -> metrics.registration(failure))
                .thenAccept(account -> session.send(SUCCESS));
    }

    private Account register(C2SRegisterRequest request) {
        return registrations.register(
                Registration.of(request.getNickname(), request.getEmail(), request.getPassword()));
    }
}
