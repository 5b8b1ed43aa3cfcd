package dev.mallard.game.wire;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Notifications;
import dev.mallard.protocol.message.GamePacket;

import org.jspecify.annotations.Nullable;

/**
 * Sends the events of one game to its players: one packet for all who receive it, in the order in which
 * they joined. For the game's thread only.
 */
public final class RoomNotifications implements Notifications {

    private final Game game;
    private final GameEventEncoder encoder;
    private final PacketSender packets;
    private final RoomObserver observer;
    private GameEvent.@Nullable PlayerPositions lastPositions;
    private @Nullable GamePacket lastPositionsPacket;

    public RoomNotifications(
            Game game, GameEventEncoder encoder, PacketSender packets, RoomObserver observer) {
        this.game = game;
        this.encoder = encoder;
        this.packets = packets;
        this.observer = observer;
    }

    @Override
    public void send(Audience audience, GameEvent event) {
        int[] recipients = game.seats().recipients(audience);
        if (recipients.length > 0) {
            packets.send(recipients, packet(event));
        }
    }

    /** Sends an event to certain players, connected or not. */
    public void sendTo(int[] playerIds, GameEvent event) {
        packets.send(playerIds, packet(event));
    }

    /** The most frequent packet is kept, since it stays the same while nobody moves. */
    @SuppressWarnings("ReferenceEquality") // The same instance says that nothing has changed.
    private GamePacket packet(GameEvent event) {
        if (!(event instanceof GameEvent.PlayerPositions positions)) {
            return encoder.encode(event);
        }
        GamePacket packet = lastPositionsPacket;
        if (packet == null || positions != lastPositions) {
            packet = encoder.encode(event);
            lastPositions = positions;
            lastPositionsPacket = packet;
        }
        return packet;
    }

    @Override
    public void dropped(DropReason reason) {
        observer.dropped(reason);
    }

    @Override
    public void movedOutsideAllowance() {
        observer.movedOutsideAllowance();
    }

    @Override
    public void seatGivenUp(int playerId) {
        observer.seatGivenUp(playerId);
    }
}
