package dev.mallard.game.wire;

import dev.mallard.game.world.GameEvent;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CGameClearNotification;
import dev.mallard.protocol.message.S2CGameOverNotification;
import dev.mallard.protocol.message.S2CGamePhaseUpdateNotification;
import dev.mallard.protocol.message.S2CGamePrepareNotification;
import dev.mallard.protocol.message.S2CGamePrepareResponse;
import dev.mallard.protocol.message.S2CGameStartNotification;

/** Packets about the game as a whole: its preparation, start, phases and end. */
final class GamePackets {

    private GamePackets() {}

    static GamePacket prepared(GameEvent.GamePrepared event) {
        return GamePacket.newBuilder()
                .setGamePrepareResponse(
                        S2CGamePrepareResponse.newBuilder()
                                .setSuccess(true)
                                .addAllMonsters(Parts.monsterKinds(event.monsters()))
                                .addAllObjectsPositionData(Parts.objects(event.objects())))
                .build();
    }

    static GamePacket announced(GameEvent.GameAnnounced event, RoomLabel room) {
        return GamePacket.newBuilder()
                .setGamePrepareNotification(
                        S2CGamePrepareNotification.newBuilder().setRoom(Parts.room(event, room)))
                .build();
    }

    static GamePacket started(GameEvent.GameStarted event) {
        return GamePacket.newBuilder()
                .setGameStartNotification(
                        S2CGameStartNotification.newBuilder()
                                .setGameState(Parts.state(event.phase(), event.nextPhaseAt()))
                                .addAllPlayerPositions(Parts.players(event.players()))
                                .addAllMonsters(Parts.monsters(event.monsters()))
                                .addAllObjects(Parts.objects(event.objects()))
                                .addAllItems(Parts.items(event.items())))
                .build();
    }

    static GamePacket phase(GameEvent.PhaseChanged event) {
        return GamePacket.newBuilder()
                .setGamePhaseUpdateNotification(
                        S2CGamePhaseUpdateNotification.newBuilder()
                                .setGameState(Parts.state(event.phase(), event.nextPhaseAt())))
                .build();
    }

    static GamePacket over() {
        return GamePacket.newBuilder()
                .setGameOverNotification(S2CGameOverNotification.getDefaultInstance())
                .build();
    }

    static GamePacket cleared() {
        return GamePacket.newBuilder()
                .setGameClearNotification(S2CGameClearNotification.getDefaultInstance())
                .build();
    }
}
