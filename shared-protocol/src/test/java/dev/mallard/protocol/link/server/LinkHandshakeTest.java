package dev.mallard.protocol.link.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.message.Goodbye;
import dev.mallard.protocol.link.message.Hello;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.Refusal.Reason;
import dev.mallard.protocol.link.server.LinkHandshake.Outcome;

import org.junit.jupiter.api.Test;

class LinkHandshakeTest {

    private final LinkHandshake handshake = new LinkHandshake("open sesame");

    @Test
    void letsInWhoKnowsTheSecret() {
        assertThat(judge(hello())).isEqualTo(new Outcome.Accepted("gw-1", 2));
    }

    @Test
    void refusesAWrongSecret() {
        assertRefused(hello().setSecret("open barley"), Reason.WRONG_SECRET);
        assertRefused(hello().clearSecret(), Reason.WRONG_SECRET);
    }

    @Test
    void refusesAnotherVersionBeforeItLooksAtTheSecret() {
        assertRefused(hello().setProtocolVersion(1).clearSecret(), Reason.WRONG_VERSION);
    }

    @Test
    void refusesAnIncompleteHello() {
        assertRefused(hello().setGatewayId(" "), Reason.BAD_HELLO);
        assertRefused(hello().setLoop(-1), Reason.BAD_HELLO);
    }

    @Test
    void refusesAnythingElse() {
        LinkFrame goodbye =
                new LinkFrame.Control(
                        LinkControl.newBuilder().setGoodbye(Goodbye.getDefaultInstance()).build());
        assertReason(handshake.judge(goodbye), Reason.BAD_HELLO);
        assertReason(handshake.judge(new LinkFrame.Done(1, 1)), Reason.BAD_HELLO);
    }

    @Test
    void neverRepeatsTheSecret() {
        Outcome outcome = judge(hello().setSecret("open barley"));
        assertThat(outcome.toString()).doesNotContain("sesame").doesNotContain("barley");
    }

    private static Hello.Builder hello() {
        return Hello.newBuilder()
                .setProtocolVersion(2)
                .setGatewayId("gw-1")
                .setLoop(2)
                .setSecret("open sesame");
    }

    private Outcome judge(Hello.Builder hello) {
        return handshake.judge(
                new LinkFrame.Control(LinkControl.newBuilder().setHello(hello).build()));
    }

    private void assertRefused(Hello.Builder hello, Reason reason) {
        assertReason(judge(hello), reason);
    }

    private static void assertReason(Outcome outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().getReason()).isEqualTo(reason));
    }
}
