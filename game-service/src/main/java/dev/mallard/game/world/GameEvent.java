package dev.mallard.game.world;

import java.util.List;

/**
 * Something that players are told; one record per notification of the wire, with exactly the data
 * its packet carries. All events are immutable. An event that has nothing new to say may be the
 * same instance as before, so that an encoder can keep the bytes of the last one.
 */
public sealed interface GameEvent {

    /** To the host: what was created, so that his client can choose the places (3002). */
    record GamePrepared(List<MonsterRef> monsters, List<ObjectView> objects) implements GameEvent {}

    /** To all: the game exists and waits for the host (3003). Name and size are the room's. */
    record GameAnnounced(int gameId, int hostId, List<Member> members) implements GameEvent {}

    /**
     * The whole visible state at the start, or for one returning player (3006).
     *
     * @param nextPhaseAt planned end of the phase, epoch milliseconds
     * @param items start inventory; for a returning player his whole inventory
     */
    record GameStarted(
            Phase phase,
            long nextPhaseAt,
            List<PlayerPosition> players,
            List<MonsterPosition> monsters,
            List<ObjectView> objects,
            List<ItemStack> items)
            implements GameEvent {}

    /** Positions of all connected players (4002). */
    record PlayerPositions(List<PlayerPosition> players) implements GameEvent {}

    /** New hit points of a player (4003). */
    record PlayerHitPoints(int playerId, int hitPoints) implements GameEvent {}

    /** A player swings (4006). */
    record PlayerSwung(int playerId, float dirX, float dirY) implements GameEvent {}

    /** A player died (4007). */
    record PlayerDied(int playerId) implements GameEvent {}

    /** A player ate one unit of a food (4010); the values are those after the meal. */
    record FoodEaten(int playerId, int itemCode, int hunger, int hitPoints) implements GameEvent {}

    /** A player wears an item now, one unit (4011). */
    record ItemWorn(int playerId, int itemCode) implements GameEvent {}

    /** A player opened a box or the core (4014). */
    record BoxOpened(int playerId, int boxId, List<ItemStack> content) implements GameEvent {}

    /** A player took an amount out of a box (4016). */
    record ItemTaken(int playerId, int boxId, ItemStack item) implements GameEvent {}

    /** A player put an amount into a box; the content is that after crafting (4018). */
    record ItemPut(int playerId, int boxId, ItemStack item, List<ItemStack> content)
            implements GameEvent {}

    /** A box is free again (4020). */
    record BoxClosed(int playerId, int boxId) implements GameEvent {}

    /** Items appeared on the ground (4021). */
    record ItemsSpawned(List<GroundItem> items) implements GameEvent {}

    /** A player picked up an item (4022). */
    record ItemPickedUp(int playerId, String message, GroundItem item) implements GameEvent {}

    /** New hunger of a player, 100 = full (4023). */
    record PlayerHunger(int playerId, int hunger) implements GameEvent {}

    /** A player speaks (4025). */
    record ChatSpoken(int playerId, String text) implements GameEvent {}

    /** A dead player came back to life (4026). */
    record PlayerRevived(int playerId, float x, float y) implements GameEvent {}

    /** A player paid for a wall with one unit of the item (4028). */
    record PlacementPaid(int playerId, int itemCode) implements GameEvent {}

    /** A new object stands in the world (4029). */
    record ObjectPlaced(int objectId, int objectCode, float x, float y) implements GameEvent {}

    /** A player took off an item (4033). */
    record ItemDetached(int playerId, int itemCode) implements GameEvent {}

    /** A player dropped an amount (4035). */
    record ItemDropped(int playerId, ItemStack item) implements GameEvent {}

    /** To the host: choose places for these wave monsters (5001). */
    record WaveAnnounced(List<MonsterRef> monsters) implements GameEvent {}

    /** These wave monsters exist now (5003). */
    record WaveStarted(List<MonsterPosition> monsters) implements GameEvent {}

    /** Monsters whose target changed (5004). */
    record MonsterTargets(List<MonsterTarget> targets) implements GameEvent {}

    /** A monster died (5005). */
    record MonsterDied(int monsterId) implements GameEvent {}

    /** Monsters that moved since the last time (5007). */
    record MonstersMoved(List<MonsterPosition> monsters) implements GameEvent {}

    /** A monster strikes; display only (5009). */
    record MonsterAttacked(int monsterId, boolean isPlayer, int targetId) implements GameEvent {}

    /** New hit points of a monster (5010). */
    record MonsterHitPoints(int monsterId, int hitPoints) implements GameEvent {}

    /** New hit points of an object (6001). */
    record ObjectHitPoints(int objectId, int hitPoints) implements GameEvent {}

    /** The game is lost or called off; last event of a game (6003). */
    record GameOver() implements GameEvent {}

    /** An object was destroyed (6005). */
    record ObjectDestroyed(int objectId) implements GameEvent {}

    /**
     * Day or night begins (8001).
     *
     * @param nextPhaseAt planned end of the phase, epoch milliseconds
     */
    record PhaseChanged(Phase phase, long nextPhaseAt) implements GameEvent {}

    /** Two items became one (9002). */
    record ItemsCombined(int playerId, boolean success, int first, int second, int result)
            implements GameEvent {}

    /** The game is won; last event of a game (9999). */
    record GameCleared() implements GameEvent {}
}
