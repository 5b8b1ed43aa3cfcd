package dev.mallard.game.rules;

import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.ObjectPosition;

import java.util.List;

/**
 * What a player asks for, one record per request of the wire. Values are as the client sent them:
 * the rules check them. The actor is never part of an action, it is always the sender.
 */
public sealed interface PlayerAction {

    /** Possible in a game that waits for its start, too, and for the dead. */
    sealed interface Anytime extends PlayerAction {}

    /** Comes so often, or so late through latency, that what may not happen is dropped silently. */
    sealed interface Frequent extends PlayerAction {}

    /** Is answered: what may not happen is refused. */
    sealed interface Answered extends PlayerAction {}

    /** The host starts the game with the places his client chose (3004). */
    record StartGame(List<MonsterPosition> monsters, List<ObjectPosition> objects)
            implements Anytime {}

    /** A player speaks (4024). */
    record Chat(String text) implements Anytime {}

    /** A player walks to a point (4001). */
    record Move(float x, float y) implements Frequent {}

    /** A player swings without hitting (4004). */
    record Swing(float dirX, float dirY) implements Frequent {}

    /** A player hits a monster (4005). */
    record AttackMonster(int monsterId, float dirX, float dirY) implements Frequent {}

    /** A player was hit by a monster (4012). */
    record DamagedByMonster(int monsterId) implements Frequent {}

    /** A player closes the box he has open (4019). */
    record CloseBox(int boxId) implements Frequent {}

    /** The host places the announced monsters of a wave (5002). */
    record SpawnWave(List<MonsterPosition> monsters) implements Frequent {}

    /** A client moves monsters (5006). */
    record MoveMonsters(List<MonsterPosition> monsters) implements Frequent {}

    /**
     * A client shows the attack of a monster (5008).
     *
     * @param isPlayer whether the target is a player, else an object
     * @param targetId user id or object id
     */
    record ShowMonsterAttack(int monsterId, boolean isPlayer, int targetId) implements Frequent {}

    /** The host reports that a monster hit an object (6002). */
    record ObjectHitByMonster(int objectId, int monsterId) implements Frequent {}

    /** A player hits an object (6004). */
    record ObjectHitByPlayer(int objectId) implements Frequent {}

    /** A player picks up what lies nearest to a point (4008). */
    record PickUp(float x, float y) implements Answered {}

    /** A player eats or wears one unit of an item (4009). */
    record UseItem(int itemCode) implements Answered {}

    /** A player opens a box or the core (4013). */
    record OpenBox(int boxId) implements Answered {}

    /** A player takes an amount out of the box he has open (4015). */
    record TakeFromBox(int boxId, int itemCode, int count) implements Answered {}

    /** A player puts an amount into the box he has open (4017). */
    record PutIntoBox(int boxId, int itemCode, int count) implements Answered {}

    /** A player builds a wall (4027). */
    record PlaceWall(int itemCode, float x, float y) implements Answered {}

    /** A player takes off an item (4032). */
    record DetachItem(int itemCode) implements Answered {}

    /** A player drops an amount of an item (4034). */
    record DropItem(int itemCode, int count) implements Answered {}

    /** A player makes one item of two (9001). */
    record CombineItems(int first, int second) implements Answered {}
}
