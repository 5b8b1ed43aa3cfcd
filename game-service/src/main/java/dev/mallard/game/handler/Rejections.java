package dev.mallard.game.handler;

import dev.mallard.game.world.RuleViolation;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

/** Says for what reason a request is rejected, in the words of the protocol. */
final class Rejections {

    private Rejections() {}

    /** The rejection of a request that violates a rule: every rule has an error of the same name. */
    static RequestRejectedException of(RuleViolation violation) {
        return new RequestRejectedException(ErrorCode.valueOf(violation.name()));
    }

    /** The rejection of a request that lacks a part. */
    static RequestRejectedException ofIncomplete() {
        return new RequestRejectedException(ErrorCode.MALFORMED_PAYLOAD);
    }
}
