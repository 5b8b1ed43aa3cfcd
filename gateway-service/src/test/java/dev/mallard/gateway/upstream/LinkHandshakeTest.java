package dev.mallard.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.LinkFrameCodec;
import dev.mallard.protocol.link.message.Goodbye;
import dev.mallard.protocol.link.message.Hello;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.Refusal;
import dev.mallard.protocol.link.message.Welcome;

import org.junit.jupiter.api.Test;

class LinkHandshakeTest {

    private final LinkHandshake handshake = new LinkHandshake("gateway-1", "secret");

    @Test
    void theHelloSaysWhoCalls() {
        assertThat(handshake.hello(3))
                .isEqualTo(
                        control(
                                LinkControl.newBuilder()
                                        .setHello(
                                                Hello.newBuilder()
                                                        .setProtocolVersion(
                                                                LinkFrameCodec.PROTOCOL_VERSION)
                                                        .setGatewayId("gateway-1")
                                                        .setLoop(3)
                                                        .setSecret("secret"))));
    }

    @Test
    void theRightServiceIsAccepted() {
        Welcome welcome = Welcome.newBuilder().setInstanceId("l").setRole("lobby").build();
        assertThat(judge(LinkControl.newBuilder().setWelcome(welcome)))
                .isEqualTo(new LinkHandshake.Outcome.Accepted(welcome));
    }

    @Test
    void anotherServiceIsNot() {
        assertRefused(
                LinkControl.newBuilder()
                        .setWelcome(Welcome.newBuilder().setInstanceId("g").setRole("game")),
                LinkFailure.WRONG_ROLE,
                "the instance is a game service, not a lobby");
    }

    @Test
    void aServiceWithoutANameIsNot() {
        assertRefused(
                LinkControl.newBuilder().setWelcome(Welcome.newBuilder().setRole("lobby")),
                LinkFailure.BAD_WELCOME,
                "the instance has no name");
    }

    @Test
    void aRefusalKeepsItsReason() {
        assertRefused(
                LinkControl.newBuilder()
                        .setRefusal(
                                Refusal.newBuilder()
                                        .setReason(Refusal.Reason.WRONG_VERSION)
                                        .setMessage("other version")),
                LinkFailure.WRONG_VERSION,
                "WRONG_VERSION: other version");
    }

    @Test
    void anythingElseIsNoAnswer() {
        assertRefused(
                LinkControl.newBuilder().setGoodbye(Goodbye.getDefaultInstance()),
                LinkFailure.BAD_WELCOME,
                "the first frame is no answer to a hello");
        assertThat(handshake.judge(new LinkFrame.Done(1, 1), "lobby"))
                .isEqualTo(
                        new LinkHandshake.Outcome.Refused(
                                LinkFailure.BAD_WELCOME,
                                "the first frame is no answer to a hello"));
    }

    private void assertRefused(LinkControl.Builder answer, LinkFailure failure, String why) {
        assertThat(judge(answer)).isEqualTo(new LinkHandshake.Outcome.Refused(failure, why));
    }

    private LinkHandshake.Outcome judge(LinkControl.Builder answer) {
        return handshake.judge(control(answer), "lobby");
    }

    private static LinkFrame control(LinkControl.Builder message) {
        return new LinkFrame.Control(message.build());
    }
}
