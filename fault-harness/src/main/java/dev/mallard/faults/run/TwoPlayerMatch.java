package dev.mallard.faults.run;

import dev.mallard.bots.client.GameClient;
import dev.mallard.protocol.message.C2SGameStartRequest;
import dev.mallard.protocol.message.MonsterData;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.S2CGamePrepareNotification;
import dev.mallard.protocol.message.S2CGamePrepareResponse;
import dev.mallard.protocol.message.S2CGameStartNotification;

import java.time.Duration;

/** Brings two clients into a game with each other; no monster is near. */
public final class TwoPlayerMatch {

    private static final float FAR_AWAY = 150;

    private TwoPlayerMatch() {}

    /**
     * Makes a room, lets both in, and starts their game.
     *
     * @param patience time in which each notification has to come
     */
    public static RoomData start(GameClient host, GameClient guest, Duration patience)
            throws InterruptedException {
        RoomData room = host.createRoom("pond", 2).getRoom();
        guest.join(room.getRoomId());
        start(host);
        guest.awaitNotification(S2CGamePrepareNotification.class, patience);
        guest.awaitNotification(S2CGameStartNotification.class, patience);
        return room;
    }

    /** Prepares and starts the game of the host's room. */
    public static void start(GameClient host) throws InterruptedException {
        S2CGamePrepareResponse prepared = host.prepare();
        C2SGameStartRequest.Builder places = C2SGameStartRequest.newBuilder();
        for (MonsterData monster : prepared.getMonstersList()) {
            places.addMonsters(
                    MonsterPositionData.newBuilder()
                            .setMonsterId(monster.getMonsterId())
                            .setMonsterCode(monster.getMonsterCode())
                            .setX(FAR_AWAY));
        }
        host.start(places.build());
    }
}
