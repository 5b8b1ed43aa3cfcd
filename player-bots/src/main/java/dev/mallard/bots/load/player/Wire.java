package dev.mallard.bots.load.player;

import dev.mallard.protocol.message.GamePacket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;

import org.jspecify.annotations.Nullable;

/**
 * One connection to the gateway. What is sent within one turn of the event loop leaves in one write. A
 * peer that does not take what is sent is given up: then the connection closes. On the event loop.
 */
final class Wire {

    private final Channel channel;
    private final Wires wires;
    private @Nullable ByteBuf pending;

    Wire(Channel channel, Wires wires) {
        this.channel = channel;
        this.wires = wires;
    }

    /** Sends a packet; does nothing on a connection that is over. */
    void send(GamePacket packet) {
        if (!channel.isActive()) {
            return;
        }
        if (!channel.isWritable()) {
            channel.close();
            return;
        }
        ByteBuf out = pending;
        if (out == null) {
            out = channel.alloc().buffer();
            pending = out;
            wires.flushLater(this);
        }
        wires.encode(packet, out);
    }

    void flush() {
        ByteBuf out = pending;
        pending = null;
        if (out != null) {
            channel.writeAndFlush(out, channel.voidPromise());
        }
    }

    void close() {
        flush();
        channel.close();
    }
}
