package dev.mallard.game.wire;

import dev.mallard.game.world.GameEvent;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CPlayerAttackNotification;
import dev.mallard.protocol.message.S2CPlayerChattingNotification;
import dev.mallard.protocol.message.S2CPlayerDeathNotification;
import dev.mallard.protocol.message.S2CPlayerHpUpdateNotification;
import dev.mallard.protocol.message.S2CPlayerHungerUpdateNotification;
import dev.mallard.protocol.message.S2CPlayerPositionUpdateNotification;
import dev.mallard.protocol.message.S2CPlayerRevivalNotification;

/** Packets about what players do and how they are. */
final class PlayerPackets {

    private PlayerPackets() {}

    static GamePacket positions(GameEvent.PlayerPositions event) {
        return GamePacket.newBuilder()
                .setPlayerPositionUpdateNotification(
                        S2CPlayerPositionUpdateNotification.newBuilder()
                                .addAllPlayerPositions(Parts.players(event.players())))
                .build();
    }

    static GamePacket hitPoints(GameEvent.PlayerHitPoints event) {
        return GamePacket.newBuilder()
                .setPlayerHpUpdateNotification(
                        S2CPlayerHpUpdateNotification.newBuilder()
                                .setPlayerId(event.playerId())
                                .setHp(event.hitPoints()))
                .build();
    }

    static GamePacket hunger(GameEvent.PlayerHunger event) {
        return GamePacket.newBuilder()
                .setPlayerHungerUpdateNotification(
                        S2CPlayerHungerUpdateNotification.newBuilder()
                                .setPlayerId(event.playerId())
                                .setHunger(event.hunger()))
                .build();
    }

    static GamePacket swung(GameEvent.PlayerSwung event) {
        return GamePacket.newBuilder()
                .setPlayerAttackNotification(
                        S2CPlayerAttackNotification.newBuilder()
                                .setPlayerId(event.playerId())
                                .setPlayerDirX(event.dirX())
                                .setPlayerDirY(event.dirY()))
                .build();
    }

    static GamePacket died(GameEvent.PlayerDied event) {
        return GamePacket.newBuilder()
                .setPlayerDeathNotification(
                        S2CPlayerDeathNotification.newBuilder().setPlayerId(event.playerId()))
                .build();
    }

    static GamePacket revived(GameEvent.PlayerRevived event) {
        return GamePacket.newBuilder()
                .setPlayerRevivalNotification(
                        S2CPlayerRevivalNotification.newBuilder()
                                .setPlayerId(event.playerId())
                                .setPosition(Parts.position(event.x(), event.y())))
                .build();
    }

    static GamePacket spoken(GameEvent.ChatSpoken event) {
        return GamePacket.newBuilder()
                .setPlayerChattingNotification(
                        S2CPlayerChattingNotification.newBuilder()
                                .setPlayerId(event.playerId())
                                .setMessage(event.text()))
                .build();
    }
}
