package dev.mallard.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import dev.mallard.gateway.account.EmailAddress;
import dev.mallard.gateway.account.Registration;
import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.Closing;
import dev.mallard.gateway.client.Destination;
import dev.mallard.gateway.client.DisconnectReason;
import dev.mallard.gateway.client.InGame;
import dev.mallard.gateway.client.InLobby;
import dev.mallard.gateway.client.LocalHandler;
import dev.mallard.gateway.client.LocalHandlers;
import dev.mallard.gateway.client.SessionFixture;
import dev.mallard.gateway.client.SessionRegistry;
import dev.mallard.gateway.client.SessionState;
import dev.mallard.gateway.placement.SeatDoubts;
import dev.mallard.gateway.placement.SeatResumption;
import dev.mallard.gateway.upstream.RendezvousSelector;
import dev.mallard.gateway.upstream.UpstreamForwarder;
import dev.mallard.gateway.upstream.UpstreamGroup;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.gateway.upstream.UpstreamProperties;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.client.ClientFrame;
import dev.mallard.protocol.client.ClientFrameException;
import dev.mallard.protocol.message.C2SRegisterRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.transport.EventLoops;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The way of a client's bytes up to the decision who serves them: decoder, session, router, with the real
 * routing table. What would go to a service or to a handler's work is only written down.
 */
final class DispatchHarness {

    private static final int USER = 7;

    private final SessionFixture fixture = SessionFixture.forManySessions();
    private final List<UpstreamGroup> forwarded = new ArrayList<>();
    private final List<PacketType> served = new ArrayList<>();
    private final PacketRouter router = router();

    private PacketRouter router() {
        LocalHandlers handlers =
                new LocalHandlers(
                        List.of(
                                new Checking(PacketType.REGISTER_REQUEST),
                                new Checking(PacketType.LOGIN_REQUEST)),
                        Duration.ofSeconds(30));
        Map<String, UpstreamProperties.Group> configured = new LinkedHashMap<>();
        configured.put("lobby", new UpstreamProperties.Group(List.of("localhost:5557")));
        configured.put("game", new UpstreamProperties.Group(List.of("localhost:5558")));
        configured.put("echo", new UpstreamProperties.Group(List.of("localhost:5559")));
        UpstreamGroups groups =
                new UpstreamGroups(configured, new EventLoops(1, "fuzz"), new SessionRegistry(1));
        UpstreamForwarder forwarder = mock(UpstreamForwarder.class, withSettings().stubOnly());
        doAnswer(call -> forwarded.add(call.getArgument(1)))
                .when(forwarder)
                .forward(any(), any(), any(), anyBoolean());
        return new PacketRouter(
                RoutingConfiguration.mallardTable()
                        .unknownPackets(9100, 9199, "echo")
                        .build(handlers.types(), List.copyOf(configured.keySet())),
                handlers,
                forwarder,
                groups,
                new SeatResumption(groups, new RendezvousSelector(), mock(SeatDoubts.class)),
                fixture.counters());
    }

    /** Reads what a request says, as the real handlers do before they begin to work. */
    private final class Checking implements LocalHandler {

        private final PacketType type;

        Checking(PacketType type) {
            this.type = type;
        }

        @Override
        public PacketType type() {
            return type;
        }

        @Override
        public CompletionStage<Void> handle(ClientSession session, GamePacket packet) {
            if (type == PacketType.REGISTER_REQUEST) {
                C2SRegisterRequest request = packet.getRegisterRequest();
                Registration.of(request.getNickname(), request.getEmail(), request.getPassword());
            } else {
                new EmailAddress(packet.getLoginRequest().getEmail());
            }
            served.add(type);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** A client in a state sends bytes. */
    void run(SessionState state, byte[] input) {
        ClientSession session = fixture.another();
        if (state.isLoggedIn()) {
            session.identify(USER, "ann", 1);
        }
        if (state instanceof Closing(DisconnectReason reason)) {
            session.close(reason);
        } else {
            session.become(state);
        }
        ByteBuf in = Unpooled.wrappedBuffer(input);
        try {
            for (ClientFrame frame = fixture.decoder().decode(in);
                    frame != null;
                    frame = fixture.decoder().decode(in)) {
                dispatch(session, frame);
            }
        } catch (ClientFrameException refused) {
            assertThat(refused.getStackTrace()).isEmpty();
        }
    }

    private void dispatch(ClientSession session, ClientFrame frame) {
        SessionState before = session.state();
        forwarded.clear();
        served.clear();
        fixture.sent().clear();
        long dropped = fixture.counters().droppedPackets();

        router.receive(session, frame);

        long ignored = fixture.counters().droppedPackets() - dropped;
        if (before instanceof Closing) {
            assertThat(session.state()).isSameAs(before);
            assertThat(outcomes()).isZero();
            return;
        }
        assertThat(outcomes() + ignored).as("outcomes of %s", frame.packetType()).isOne();
        assertThat(fixture.counters().refusals(ErrorCode.INTERNAL_ERROR)).isZero();
        if (!before.isLoggedIn()) {
            assertThat(forwarded).isEmpty();
        }
        for (UpstreamGroup group : forwarded) {
            assertThat(group.destination())
                    .isIn(Destination.OTHER_SERVICE, ownService(session.state()));
        }
    }

    private int outcomes() {
        return forwarded.size() + served.size() + fixture.sent().size();
    }

    /** The service that plays a part in a state, after the packet has had its effect on it. */
    private static Destination ownService(SessionState state) {
        return switch (state) {
            case InLobby lobby -> Destination.LOBBY;
            case InGame game -> Destination.GAME;
            default -> Destination.OTHER_SERVICE;
        };
    }
}
