package dev.mallard.game.wire;

import dev.mallard.protocol.message.GamePacket;

import java.util.Collection;

/** Sends a packet to users, wherever they are connected. Any thread; never blocks. */
@FunctionalInterface
public interface PacketSender {

    /**
     * @param userIds who receives it; those who are not logged in are left out
     */
    void send(Collection<Integer> userIds, GamePacket packet);
}
