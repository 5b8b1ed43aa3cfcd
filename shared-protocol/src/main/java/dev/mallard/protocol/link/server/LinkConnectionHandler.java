package dev.mallard.protocol.link.server;

import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.LinkFrameDecoder;
import dev.mallard.protocol.link.message.HeartbeatEcho;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.Refusal;
import dev.mallard.protocol.link.message.SessionsAnnounced;
import dev.mallard.protocol.link.message.Welcome;
import dev.mallard.transport.FrameException;
import dev.mallard.transport.FrameHandler;
import dev.mallard.transport.NettyConnection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Takes the frames of the gateways' connections: handshake, heartbeats, sessions, requests. Event loops. */
final class LinkConnectionHandler implements FrameHandler {

    private static final Logger log = LoggerFactory.getLogger(LinkConnectionHandler.class);

    private final LinkServerProperties properties;
    private final ServiceRole role;
    private final LinkHandshake handshake;
    private final GatewayLinks links;
    private final GatewaySessions sessions;
    private final SessionListener sessionListener;
    private final PacketDispatcher dispatcher;
    private final ControlListener controlListener;
    private final ServiceLoad load;

    LinkConnectionHandler(
            LinkServerProperties properties,
            ServiceRole role,
            GatewayLinks links,
            GatewaySessions sessions,
            SessionListener sessionListener,
            PacketDispatcher dispatcher,
            ControlListener controlListener,
            ServiceLoad load) {
        this.properties = properties;
        this.role = role;
        this.handshake = new LinkHandshake(properties.secret());
        this.links = links;
        this.sessions = sessions;
        this.sessionListener = sessionListener;
        this.dispatcher = dispatcher;
        this.controlListener = controlListener;
        this.load = load;
    }

    @Override
    public void onOpen(NettyConnection connection) {
        AcceptedLink accepted = new AcceptedLink(connection, System.nanoTime());
        connection.attach(accepted);
        accepted.timer(
                connection
                        .loop()
                        .schedule(
                                () -> refuse(connection, LinkRefusal.NO_HELLO),
                                properties.handshakeTimeout().toMillis(),
                                TimeUnit.MILLISECONDS));
    }

    @Override
    public void onFrame(NettyConnection connection, Object frame) {
        AcceptedLink accepted = accepted(connection);
        accepted.received(System.nanoTime());
        GatewayLink link = accepted.link();
        if (link == null) {
            shakeHands(accepted, (LinkFrame) frame);
            return;
        }
        switch ((LinkFrame) frame) {
            case LinkFrame.Request request -> dispatcher.dispatch(link, request);
            case LinkFrame.TracedRequest traced -> dispatcher.dispatch(link, traced);
            case LinkFrame.Control control -> onControl(link, control.message());
            case LinkFrame.Delivery delivery -> reject(accepted, delivery);
            case LinkFrame.Answer answer -> reject(accepted, answer);
            case LinkFrame.Done done -> reject(accepted, done);
        }
    }

    private void refuse(NettyConnection connection, LinkRefusal reason) {
        log.warn("Refused a link from {}: {}", connection.getHostAddress(), reason);
        links.refused(reason);
        connection.close();
    }

    private void shakeHands(AcceptedLink accepted, LinkFrame first) {
        switch (handshake.judge(first)) {
            case LinkHandshake.Outcome.Refused refused -> refuse(accepted, refused.refusal());
            case LinkHandshake.Outcome.Accepted welcome -> open(accepted, welcome);
        }
    }

    private void refuse(AcceptedLink accepted, Refusal refusal) {
        log.warn(
                "Refused a link from {}: {}",
                accepted.connection().getHostAddress(),
                refusal.getReason());
        links.refused(LinkRefusal.of(refusal.getReason()));
        accepted.timer(null);
        accepted.connection()
                .write(new LinkFrame.Control(LinkControl.newBuilder().setRefusal(refusal).build()));
        accepted.connection().discardInput();
        accepted.connection().closeAfterFlush(Duration.ofSeconds(1));
    }

    private void open(AcceptedLink accepted, LinkHandshake.Outcome.Accepted welcome) {
        NettyConnection connection = accepted.connection();
        ((LinkFrameDecoder) connection.decoder()).trust();
        GatewayLink link =
                new GatewayLink(
                        new ConnectionLinkChannel(connection), welcome.gatewayId(), welcome.loop());
        accepted.opened(link);
        links.add(link);
        log.info("Link {} is up", link);
        link.control(
                LinkControl.newBuilder()
                        .setWelcome(
                                Welcome.newBuilder()
                                        .setInstanceId(properties.instanceId())
                                        .setRole(role.name())
                                        .setLoad(load.current())
                                        .setTracedRequests(dispatcher.isTracing())
                                        .setGamesSurvive(role.gamesSurvive()))
                        .build());
        long interval = properties.heartbeatInterval().toNanos();
        accepted.timer(
                connection
                        .loop()
                        .scheduleAtFixedRate(
                                () -> beat(accepted, link),
                                interval,
                                interval,
                                TimeUnit.NANOSECONDS));
    }

    private void beat(AcceptedLink accepted, GatewayLink link) {
        long now = System.nanoTime();
        long patience = properties.heartbeatInterval().toNanos() * properties.missedHeartbeats();
        if (accepted.silentNanos(now) > patience) {
            log.warn("Link {} is silent, closing it", link);
            accepted.connection().close();
            return;
        }
        link.control(load.heartbeat(now));
    }

    private void onControl(GatewayLink link, LinkControl message) {
        switch (message.getBodyCase()) {
            case HEARTBEAT ->
                    link.control(
                            LinkControl.newBuilder()
                                    .setHeartbeatEcho(
                                            HeartbeatEcho.newBuilder()
                                                    .setSentAt(message.getHeartbeat().getSentAt()))
                                    .build());
            case SESSION_OPENED -> sessions.opened(link, message.getSessionOpened());
            case SESSION_CLOSED ->
                    sessions.closed(
                            message.getSessionClosed().getUserId(),
                            message.getSessionClosed().getSessionNumber());
            case SESSIONS_ANNOUNCED -> announced(link, message.getSessionsAnnounced());
            case HEARTBEAT_ECHO -> links.roundTrip(message.getHeartbeatEcho().getSentAt());
            default -> controlListener.onControl(link, message);
        }
    }

    private void announced(GatewayLink link, SessionsAnnounced message) {
        message.getSessionsList().forEach(session -> sessions.opened(link, session));
        if (message.getComplete()) {
            sessionListener.gatewayAnnounced(link);
        }
    }

    private void reject(AcceptedLink accepted, LinkFrame frame) {
        log.warn("Closing link {}: a gateway may not send {}", accepted.link(), frame.getClass());
        accepted.connection().close();
    }

    @Override
    public void onDecodeFailure(NettyConnection connection, FrameException failure) {
        log.warn("Closing the link from {}: {}", connection.getHostAddress(), failure.getMessage());
        if (accepted(connection).link() == null) {
            links.refused(LinkRefusal.MALFORMED);
        }
        connection.close();
    }

    @Override
    public void onClosed(NettyConnection connection) {
        AcceptedLink accepted = accepted(connection);
        accepted.timer(null);
        GatewayLink link = accepted.link();
        if (link != null) {
            links.remove(link);
            sessions.lost(link, connection.loop());
        }
    }

    private static AcceptedLink accepted(NettyConnection connection) {
        if (connection.attachment() instanceof AcceptedLink accepted) {
            return accepted;
        }
        throw new IllegalStateException("a connection that was never opened");
    }
}
