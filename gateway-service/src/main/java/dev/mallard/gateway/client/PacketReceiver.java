package dev.mallard.gateway.client;

import dev.mallard.protocol.client.ClientFrame;

/** Takes the packets of all clients. Called on the session's event loop: must not block. */
@FunctionalInterface
public interface PacketReceiver {

    /**
     * @param frame valid during this call only
     */
    void receive(ClientSession session, ClientFrame frame);
}
