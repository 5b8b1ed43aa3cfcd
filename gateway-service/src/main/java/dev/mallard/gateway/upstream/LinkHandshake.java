package dev.mallard.gateway.upstream;

import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.LinkFrameCodec;
import dev.mallard.protocol.link.message.Hello;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.Refusal;
import dev.mallard.protocol.link.message.Welcome;

/** The gateway's part of opening a link. Immutable; any thread. */
final class LinkHandshake {

    private final String gatewayId;
    private final String secret;

    LinkHandshake(String gatewayId, String secret) {
        this.gatewayId = gatewayId;
        this.secret = secret;
    }

    /** What an instance answered. */
    sealed interface Outcome {
        record Accepted(Welcome welcome) implements Outcome {}

        /** The instance does not want this gateway, or is not the one that was looked for. */
        record Refused(LinkFailure failure, String why) implements Outcome {}
    }

    LinkFrame hello(int loop) {
        return new LinkFrame.Control(
                LinkControl.newBuilder()
                        .setHello(
                                Hello.newBuilder()
                                        .setProtocolVersion(LinkFrameCodec.PROTOCOL_VERSION)
                                        .setGatewayId(gatewayId)
                                        .setLoop(loop)
                                        .setSecret(secret))
                        .build());
    }

    /**
     * @param role the role that the instance has to have
     */
    Outcome judge(LinkFrame first, String role) {
        if (!(first instanceof LinkFrame.Control(LinkControl message))) {
            return noAnswer();
        }
        return switch (message.getBodyCase()) {
            case WELCOME -> judge(message.getWelcome(), role);
            case REFUSAL -> refused(message.getRefusal());
            default -> noAnswer();
        };
    }

    private static Outcome noAnswer() {
        return new Outcome.Refused(
                LinkFailure.BAD_WELCOME, "the first frame is no answer to a hello");
    }

    private static Outcome refused(Refusal refusal) {
        LinkFailure failure =
                switch (refusal.getReason()) {
                    case WRONG_SECRET -> LinkFailure.WRONG_SECRET;
                    case WRONG_VERSION -> LinkFailure.WRONG_VERSION;
                    case BAD_HELLO, UNSPECIFIED, UNRECOGNIZED -> LinkFailure.BAD_WELCOME;
                };
        return new Outcome.Refused(failure, refusal.getReason() + ": " + refusal.getMessage());
    }

    private static Outcome judge(Welcome welcome, String role) {
        if (!welcome.getRole().equals(role)) {
            return new Outcome.Refused(
                    LinkFailure.WRONG_ROLE,
                    "the instance is a " + welcome.getRole() + " service, not a " + role);
        }
        if (welcome.getInstanceId().isBlank()) {
            return new Outcome.Refused(LinkFailure.BAD_WELCOME, "the instance has no name");
        }
        return new Outcome.Accepted(welcome);
    }
}
