package dev.mallard.benchmarks.load;

import io.netty.buffer.ByteBuf;

/** What a client has to do before its requests reach the service. Confined to the event loop of the load. */
interface Entrance {

    /** The client is connected. */
    void begin(LoadClient client);

    /**
     * A frame has come, before the client was through.
     *
     * @param payload valid during the call
     */
    void received(LoadClient client, int packetType, ByteBuf payload);

    /** Of a gateway that lets everybody in. */
    static Entrance open() {
        return new Entrance() {
            @Override
            public void begin(LoadClient client) {
                client.introduce();
            }

            @Override
            public void received(LoadClient client, int packetType, ByteBuf payload) {
                throw new IllegalStateException("a packet that nobody asked for: " + packetType);
            }
        };
    }
}
