package dev.mallard.protocol.link.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.TraceContext;
import dev.mallard.protocol.link.message.Heartbeat;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.message.Refusal.Reason;
import dev.mallard.protocol.link.message.SessionClosed;

import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Gateways come, speak, fall silent and go; the service keeps its picture of who is where. */
@SpringBootTest(
        classes = TestLinkService.class,
        properties = {
            "mallard.link.port=0",
            "mallard.link.bind-address=127.0.0.1",
            "mallard.link.instance-id=test-1",
            "mallard.link.secret=open sesame",
            "mallard.link.heartbeat-interval=200ms",
            "mallard.link.handshake-timeout=300ms",
            "mallard.link.lost-gateway-grace=300ms"
        })
@DirtiesContext
@Timeout(60)
class LinkServerIntegrationTest {

    @Autowired private LinkServer server;
    @Autowired private SessionDirectory sessions;
    @Autowired private SessionRecorder recorder;
    @Autowired private ServiceLoad load;

    @Test
    void welcomesAGatewayWithItsNameAndLoad() throws IOException {
        try (GatewayPeer peer = new GatewayPeer(server.port())) {
            peer.hello("gw", "open sesame");
            var welcome = peer.control(BodyCase.WELCOME).getWelcome();
            assertThat(welcome.getInstanceId()).isEqualTo("test-1");
            assertThat(welcome.getRole()).isEqualTo("test");
            assertThat(welcome.getLoad().getGames()).isEqualTo(3);
        }
    }

    @Test
    void refusesAWrongSecretAndCloses() throws IOException {
        try (GatewayPeer peer = new GatewayPeer(server.port())) {
            peer.hello("gw", "open barley");
            assertThat(peer.control(BodyCase.REFUSAL).getRefusal().getReason())
                    .isEqualTo(Reason.WRONG_SECRET);
            assertThat(peer.ends()).isTrue();
        }
    }

    @Test
    void closesALinkThatNeverSaysHello() throws IOException {
        try (GatewayPeer peer = new GatewayPeer(server.port())) {
            assertThat(peer.ends()).isTrue();
        }
    }

    @Test
    void closesALinkThatSpeaksAnotherLanguage() throws IOException {
        try (GatewayPeer peer = new GatewayPeer(server.port())) {
            peer.raw(
                    Unpooled.copiedBuffer(
                            "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            assertThat(peer.ends()).isTrue();
        }
    }

    @Test
    void closesALinkOnWhichAGatewayDelivers() throws IOException {
        try (GatewayPeer peer = GatewayPeer.open(server.port(), "gw", "open sesame")) {
            peer.send(new LinkFrame.Done(1, 1));
            assertThat(peer.ends()).isTrue();
        }
    }

    @Test
    void acknowledgesALoginWithThePlaceOfTheUser() throws IOException {
        try (GatewayPeer peer = GatewayPeer.open(server.port(), "gw", "open sesame")) {
            peer.logIn(11, 1);
            var accepted = peer.control(BodyCase.SESSION_ACCEPTED).getSessionAccepted();
            assertThat(accepted.getUserId()).isEqualTo(11);
            assertThat(accepted.getSessionNumber()).isEqualTo(1);
            assertThat(accepted.getLocation().getPlace()).isEqualTo(Location.Place.ROOM);
        }
    }

    @Test
    void aPacketReachesItsHandlerAndTheAnswerItsSender() throws IOException {
        try (GatewayPeer peer = GatewayPeer.open(server.port(), "gw", "open sesame")) {
            peer.logIn(12, 1);
            peer.control(BodyCase.SESSION_ACCEPTED);
            peer.send(
                    new LinkFrame.Request(
                            PacketType.GET_ROOM_LIST_REQUEST.id(), 12, 1, Unpooled.EMPTY_BUFFER));
            LinkFrame.Answer answer =
                    (LinkFrame.Answer) peer.await(LinkFrame.Answer.class::isInstance);
            assertThat(answer.packetType()).isEqualTo(PacketType.GET_ROOM_LIST_RESPONSE.id());
            assertThat(answer.endsRequest()).isTrue();
            assertThat(answer.userId()).isEqualTo(12);
            assertThat(answer.sessionNumber()).isEqualTo(1);
        }
    }

    @Test
    void aTracedRequestIsServedWhereNothingIsTraced() throws IOException {
        try (GatewayPeer peer = new GatewayPeer(server.port())) {
            peer.hello("gw", "open sesame");
            assertThat(peer.control(BodyCase.WELCOME).getWelcome().getTracedRequests()).isFalse();
            peer.logIn(17, 1);
            peer.control(BodyCase.SESSION_ACCEPTED);
            peer.send(
                    new LinkFrame.TracedRequest(
                            new TraceContext(1, 2, 3),
                            new LinkFrame.Request(
                                    PacketType.GET_ROOM_LIST_REQUEST.id(),
                                    17,
                                    1,
                                    Unpooled.EMPTY_BUFFER)));
            LinkFrame.Answer answer =
                    (LinkFrame.Answer) peer.await(LinkFrame.Answer.class::isInstance);
            assertThat(answer.packetType()).isEqualTo(PacketType.GET_ROOM_LIST_RESPONSE.id());
            assertThat(answer.userId()).isEqualTo(17);
        }
    }

    @Test
    void aLoginElsewhereSupersedesTheOldOne() throws Exception {
        try (GatewayPeer east = GatewayPeer.open(server.port(), "east", "open sesame");
                GatewayPeer west = GatewayPeer.open(server.port(), "west", "open sesame")) {
            east.logIn(13, 1);
            east.control(BodyCase.SESSION_ACCEPTED);
            west.logIn(13, 2);
            west.control(BodyCase.SESSION_ACCEPTED);
            var superseded = east.control(BodyCase.SESSION_SUPERSEDED).getSessionSuperseded();
            assertThat(superseded.getUserId()).isEqualTo(13);
            assertThat(superseded.getSessionNumber()).isEqualTo(2);
            assertThat(recorder.nextClosed(13)).isEqualTo(new SessionRecorder.Closed(13, 1, true));
            // The old gateway's late logout changes nothing.
            east.control(
                    LinkControl.newBuilder()
                            .setSessionClosed(
                                    SessionClosed.newBuilder().setUserId(13).setSessionNumber(1))
                            .build());
            east.logIn(99, 1);
            east.control(BodyCase.SESSION_ACCEPTED);
            assertThat(sessions.find(13)).isNotNull();
        }
    }

    @Test
    void usersOfALostGatewayLeaveAfterTheGrace() throws Exception {
        try (GatewayPeer peer = GatewayPeer.open(server.port(), "gw", "open sesame")) {
            peer.logIn(14, 1);
            peer.control(BodyCase.SESSION_ACCEPTED);
        }
        assertThat(recorder.nextClosed(14)).isEqualTo(new SessionRecorder.Closed(14, 1, false));
        assertThat(sessions.find(14)).isNull();
    }

    @Test
    void usersWhoAreAnnouncedAgainInTimeStay() throws Exception {
        try (GatewayPeer first = GatewayPeer.open(server.port(), "gw", "open sesame");
                GatewayPeer second = GatewayPeer.open(server.port(), "gw", "open sesame")) {
            first.logIn(15, 1);
            first.logIn(16, 1);
            first.control(BodyCase.SESSION_ACCEPTED);
            first.control(BodyCase.SESSION_ACCEPTED);
            first.breakOff();
            second.announce(15, 1);
            second.control(BodyCase.SESSION_ACCEPTED);
            // 16 is not announced: when it leaves, the grace is over for both.
            assertThat(recorder.nextClosed(16)).isEqualTo(new SessionRecorder.Closed(16, 1, false));
            assertThat(sessions.find(15)).isNotNull();
        }
    }

    @Test
    void heartbeatsAreEchoedAndSent() throws IOException {
        try (GatewayPeer peer = GatewayPeer.open(server.port(), "gw", "open sesame")) {
            peer.control(
                    LinkControl.newBuilder()
                            .setHeartbeat(Heartbeat.newBuilder().setSentAt(42))
                            .build());
            assertThat(peer.control(BodyCase.HEARTBEAT_ECHO).getHeartbeatEcho().getSentAt())
                    .isEqualTo(42);
            assertThat(peer.control(BodyCase.HEARTBEAT).getHeartbeat().getLoad().getGames())
                    .isEqualTo(3);
        }
    }

    @Test
    void aSilentGatewayIsCutOff() throws IOException {
        try (GatewayPeer peer = GatewayPeer.open(server.port(), "gw", "open sesame")) {
            assertThat(peer.ends()).isTrue();
        }
    }

    @Test
    @DirtiesContext
    void aDrainingServiceSaysSoAndAStoppingOneSaysGoodbye() throws IOException {
        try (GatewayPeer peer = GatewayPeer.open(server.port(), "gw", "open sesame")) {
            load.drain();
            var heartbeat =
                    peer.await(
                            frame ->
                                    frame instanceof LinkFrame.Control(LinkControl message)
                                            && message.hasHeartbeat()
                                            && !message.getHeartbeat()
                                                    .getLoad()
                                                    .getAcceptingWork());
            assertThat(heartbeat).isNotNull();
            server.stop();
            assertThat(peer.control(BodyCase.GOODBYE)).isNotNull();
            assertThat(peer.ends()).isTrue();
        }
    }
}
