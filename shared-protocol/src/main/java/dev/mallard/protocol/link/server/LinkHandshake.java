package dev.mallard.protocol.link.server;

import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.LinkFrameCodec;
import dev.mallard.protocol.link.message.Hello;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.Refusal;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Decides whether the first frame of a link opens it. Stateless; any thread. */
final class LinkHandshake {

    private final byte[] secret;

    LinkHandshake(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** What came of a first frame. */
    sealed interface Outcome {
        record Accepted(String gatewayId, int loop) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    Outcome judge(LinkFrame first) {
        Hello hello = hello(first);
        if (hello == null || hello.getGatewayId().isBlank() || hello.getLoop() < 0) {
            return refuse(Refusal.Reason.BAD_HELLO, "the first frame has to be a complete hello");
        }
        if (hello.getProtocolVersion() != LinkFrameCodec.PROTOCOL_VERSION) {
            return refuse(
                    Refusal.Reason.WRONG_VERSION,
                    "this service speaks link protocol version " + LinkFrameCodec.PROTOCOL_VERSION);
        }
        byte[] offered = hello.getSecret().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(secret, offered)) {
            return refuse(Refusal.Reason.WRONG_SECRET, "the link secrets differ");
        }
        return new Outcome.Accepted(hello.getGatewayId(), hello.getLoop());
    }

    private static @Nullable Hello hello(LinkFrame frame) {
        return frame instanceof LinkFrame.Control(LinkControl message) && message.hasHello()
                ? message.getHello()
                : null;
    }

    private static Outcome refuse(Refusal.Reason reason, String message) {
        return new Outcome.Refused(
                Refusal.newBuilder().setReason(reason).setMessage(message).build());
    }
}
