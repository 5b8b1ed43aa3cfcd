package dev.mallard.bots.load.player;

import io.netty.buffer.ByteBuf;

/** Follows one connection; called on the event loop. */
interface WireListener {

    /** The connection is there. */
    void opened();

    /** No connection came about; nothing else is called any more. */
    void failed();

    /**
     * A frame has come.
     *
     * @param payload valid during the call only
     */
    void received(int packetType, ByteBuf payload);

    /** The connection is over, whoever ended it. */
    void closed();
}
