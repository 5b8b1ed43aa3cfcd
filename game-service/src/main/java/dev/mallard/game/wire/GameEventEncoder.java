package dev.mallard.game.wire;

import dev.mallard.game.world.GameEvent;
import dev.mallard.protocol.message.GamePacket;

/** Makes the packet for each kind of event of one game. Immutable; any thread. */
public final class GameEventEncoder {

    private final RoomLabel room;

    /**
     * @param room the room of the game
     */
    public GameEventEncoder(RoomLabel room) {
        this.room = room;
    }

    /** The packet that tells players about an event. */
    public GamePacket encode(GameEvent event) {
        return switch (event) {
            case GameEvent.GamePrepared e -> GamePackets.prepared(e);
            case GameEvent.GameAnnounced e -> GamePackets.announced(e, room);
            case GameEvent.GameStarted e -> GamePackets.started(e);
            case GameEvent.PhaseChanged e -> GamePackets.phase(e);
            case GameEvent.GameOver e -> GamePackets.over();
            case GameEvent.GameCleared e -> GamePackets.cleared();

            case GameEvent.PlayerPositions e -> PlayerPackets.positions(e);
            case GameEvent.PlayerHitPoints e -> PlayerPackets.hitPoints(e);
            case GameEvent.PlayerHunger e -> PlayerPackets.hunger(e);
            case GameEvent.PlayerSwung e -> PlayerPackets.swung(e);
            case GameEvent.PlayerDied e -> PlayerPackets.died(e);
            case GameEvent.PlayerRevived e -> PlayerPackets.revived(e);
            case GameEvent.ChatSpoken e -> PlayerPackets.spoken(e);

            case GameEvent.WaveAnnounced e -> MonsterPackets.announced(e);
            case GameEvent.WaveStarted e -> MonsterPackets.started(e);
            case GameEvent.MonsterTargets e -> MonsterPackets.targets(e);
            case GameEvent.MonsterDied e -> MonsterPackets.died(e);
            case GameEvent.MonstersMoved e -> MonsterPackets.moved(e);
            case GameEvent.MonsterAttacked e -> MonsterPackets.attacked(e);
            case GameEvent.MonsterHitPoints e -> MonsterPackets.hitPoints(e);

            case GameEvent.ObjectHitPoints e -> ObjectPackets.hitPoints(e);
            case GameEvent.ObjectDestroyed e -> ObjectPackets.destroyed(e);
            case GameEvent.ObjectPlaced e -> ObjectPackets.placed(e);
            case GameEvent.PlacementPaid e -> ObjectPackets.paid(e);

            case GameEvent.BoxOpened e -> BoxPackets.opened(e);
            case GameEvent.ItemTaken e -> BoxPackets.taken(e);
            case GameEvent.ItemPut e -> BoxPackets.put(e);
            case GameEvent.BoxClosed e -> BoxPackets.closed(e);

            case GameEvent.ItemsSpawned e -> ItemPackets.spawned(e);
            case GameEvent.ItemPickedUp e -> ItemPackets.pickedUp(e);
            case GameEvent.ItemDropped e -> ItemPackets.dropped(e);
            case GameEvent.FoodEaten e -> ItemPackets.eaten(e);
            case GameEvent.ItemWorn e -> ItemPackets.worn(e);
            case GameEvent.ItemDetached e -> ItemPackets.detached(e);
            case GameEvent.ItemsCombined e -> ItemPackets.combined(e);
        };
    }
}
