package dev.mallard.gateway.upstream;

import dev.mallard.transport.ConnectFailedException;

/**
 * What is wrong with a link.
 *
 * @param failure the kind, for the metrics
 * @param text what operators are shown
 */
record LinkTrouble(LinkFailure failure, String text) {

    /** The instance has ended a link that was up, without a word. */
    static final LinkTrouble CLOSED =
            new LinkTrouble(LinkFailure.CLOSED, "the connection was closed");

    /** The instance has ended a connection without a word before the link was up. */
    static final LinkTrouble CLOSED_EARLY =
            new LinkTrouble(
                    LinkFailure.CLOSED_EARLY,
                    "the instance closed the connection before it answered the hello; it may expect"
                            + " TLS or another certificate");

    /** An attempt to connect has failed. */
    static LinkTrouble of(RuntimeException failure) {
        return new LinkTrouble(
                failure instanceof ConnectFailedException refused
                        ? LinkFailure.of(refused)
                        : LinkFailure.UNREACHABLE,
                String.valueOf(failure.getMessage()));
    }
}
