package dev.mallard.gateway.client;

import dev.mallard.protocol.ErrorCode;

/** What a session's state says about a packet. */
public sealed interface Verdict {

    /** Verdicts that need no explanation to the client. */
    enum Action implements Verdict {
        /** The gateway's own handler serves the packet. */
        SERVE,
        /** The packet goes to its service. */
        FORWARD,
        /** The player takes the seat that was offered; the packet goes to its service. */
        TAKE_SEAT,
        /** The player does not want the seat that was offered; the packet goes to its service. */
        DECLINE_SEAT,
        /** The packet is ignored without a word. */
        DROP
    }

    /** The client is told why the packet is not served. */
    record Refuse(ErrorCode code) implements Verdict {}
}
