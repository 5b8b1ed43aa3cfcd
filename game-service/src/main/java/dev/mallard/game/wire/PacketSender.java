package dev.mallard.game.wire;

import dev.mallard.protocol.message.GamePacket;

/** Sends a packet to users, wherever they are connected. Any thread; never blocks. */
@FunctionalInterface
public interface PacketSender {

    /**
     * @param userIds who receives it, not to be changed or kept; those who are not logged in are left out
     */
    void send(int[] userIds, GamePacket packet);
}
