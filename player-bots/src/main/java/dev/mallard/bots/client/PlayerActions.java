package dev.mallard.bots.client;

import dev.mallard.protocol.message.C2SItemCombinationRequest;
import dev.mallard.protocol.message.C2SItemDetachmentRequest;
import dev.mallard.protocol.message.C2SObjectDamagedByPlayerRequest;
import dev.mallard.protocol.message.C2SPlayerAttackMonsterRequest;
import dev.mallard.protocol.message.C2SPlayerAttackRequest;
import dev.mallard.protocol.message.C2SPlayerChattingRequest;
import dev.mallard.protocol.message.C2SPlayerCloseBoxRequest;
import dev.mallard.protocol.message.C2SPlayerDamagedByMonsterRequest;
import dev.mallard.protocol.message.C2SPlayerGetItemRequest;
import dev.mallard.protocol.message.C2SPlayerOpenBoxRequest;
import dev.mallard.protocol.message.C2SPlayerPositionUpdateRequest;
import dev.mallard.protocol.message.C2SPlayerPutAnItemRequest;
import dev.mallard.protocol.message.C2SPlayerTakeOutAnItemRequest;
import dev.mallard.protocol.message.C2SPlayerUseItemRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.ItemData;
import dev.mallard.protocol.message.Position;

/**
 * What a player does in a game. Nothing waits: the effect comes to everybody in the game as a
 * notification, a refusal to the sender as an error notification. Coordinates are world units,
 * directions of any length. Every method throws as {@link GameClient#send} does.
 */
public final class PlayerActions {

    private final GameClient client;

    public PlayerActions(GameClient client) {
        this.client = client;
    }

    public void moveTo(float x, float y) {
        client.send(
                GamePacket.newBuilder()
                        .setPlayerPositionUpdateRequest(
                                C2SPlayerPositionUpdateRequest.newBuilder().setX(x).setY(y))
                        .build());
    }

    public void chat(String message) {
        client.send(
                GamePacket.newBuilder()
                        .setPlayerChattingRequest(
                                C2SPlayerChattingRequest.newBuilder().setMessage(message))
                        .build());
    }

    /** Swings the weapon without hitting anything. */
    public void swing(float directionX, float directionY) {
        client.send(
                GamePacket.newBuilder()
                        .setPlayerAttackRequest(
                                C2SPlayerAttackRequest.newBuilder()
                                        .setPlayerDirX(directionX)
                                        .setPlayerDirY(directionY))
                        .build());
    }

    public void hitMonster(int monsterId, float directionX, float directionY) {
        client.send(
                GamePacket.newBuilder()
                        .setPlayerAttackMonsterRequest(
                                C2SPlayerAttackMonsterRequest.newBuilder()
                                        .setPlayerDirX(directionX)
                                        .setPlayerDirY(directionY)
                                        .setMonsterId(monsterId))
                        .build());
    }

    public void hitObject(int objectId) {
        client.send(
                GamePacket.newBuilder()
                        .setObjectDamagedByPlayerRequest(
                                C2SObjectDamagedByPlayerRequest.newBuilder().setObjectId(objectId))
                        .build());
    }

    /** Tells that a monster has hit this player. */
    public void hitByMonster(int monsterId) {
        client.send(
                GamePacket.newBuilder()
                        .setPlayerDamagedByMonsterRequest(
                                C2SPlayerDamagedByMonsterRequest.newBuilder()
                                        .setMonsterId(monsterId))
                        .build());
    }

    /** Eats food or puts equipment on. */
    public void useItem(int itemCode) {
        client.send(
                GamePacket.newBuilder()
                        .setPlayerUseItemRequest(
                                C2SPlayerUseItemRequest.newBuilder()
                                        .setItemData(
                                                ItemData.newBuilder()
                                                        .setItemCode(itemCode)
                                                        .setCount(1)))
                        .build());
    }

    public void openBox(int boxId) {
        client.send(
                GamePacket.newBuilder()
                        .setPlayerOpenBoxRequest(
                                C2SPlayerOpenBoxRequest.newBuilder().setItemBoxId(boxId))
                        .build());
    }

    public void takeOut(int boxId, int itemCode, int count) {
        client.send(
                GamePacket.newBuilder()
                        .setPlayerTakeOutAnItemRequest(
                                C2SPlayerTakeOutAnItemRequest.newBuilder()
                                        .setItemBoxId(boxId)
                                        .setItemCode(itemCode)
                                        .setCount(count))
                        .build());
    }

    public void putIn(int boxId, int itemCode, int count) {
        client.send(
                GamePacket.newBuilder()
                        .setPlayerPutAnItemRequest(
                                C2SPlayerPutAnItemRequest.newBuilder()
                                        .setItemBoxId(boxId)
                                        .setItemCode(itemCode)
                                        .setCount(count))
                        .build());
    }

    /** Takes off what is worn. */
    public void takeOff(int itemCode) {
        client.send(
                GamePacket.newBuilder()
                        .setItemDetachmentRequest(
                                C2SItemDetachmentRequest.newBuilder().setItemCode(itemCode))
                        .build());
    }

    /** Makes one item of two. */
    public void combine(int first, int second) {
        client.send(
                GamePacket.newBuilder()
                        .setItemCombinationRequest(
                                C2SItemCombinationRequest.newBuilder()
                                        .setItemCode1(first)
                                        .setItemCode2(second))
                        .build());
    }

    public void closeBox(int boxId) {
        client.send(
                GamePacket.newBuilder()
                        .setPlayerCloseBoxRequest(
                                C2SPlayerCloseBoxRequest.newBuilder().setItemBoxId(boxId))
                        .build());
    }

    /** Picks up what lies on the ground nearest to a place. */
    public void pickUp(Position place) {
        client.send(
                GamePacket.newBuilder()
                        .setPlayerGetItemRequest(
                                C2SPlayerGetItemRequest.newBuilder().setPosition(place))
                        .build());
    }
}
