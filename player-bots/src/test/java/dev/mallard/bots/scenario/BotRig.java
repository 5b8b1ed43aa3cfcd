package dev.mallard.bots.scenario;

import static org.awaitility.Awaitility.await;

import dev.mallard.bots.client.FakeServer;
import dev.mallard.bots.client.GameClient;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.ItemData;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.ObjectData;
import dev.mallard.protocol.message.ObjectPositionData;
import dev.mallard.protocol.message.PlayerPositionData;
import dev.mallard.protocol.message.S2CGameStartNotification;
import dev.mallard.protocol.message.S2CMonsterWaveStartNotification;
import dev.mallard.protocol.message.User;

import java.io.IOException;
import java.time.Duration;

/** One bot at (3, 3) in a game that the test plays the server of. */
final class BotRig implements AutoCloseable {

    static final int PLAYER = 7;
    static final int BOX = 2;
    static final int GRASS = 62;

    final FakeServer server;
    final BotPlayer player;

    BotRig() throws IOException {
        server = new FakeServer();
        GameClient client = GameClient.connect("localhost", server.port(), Duration.ofSeconds(10));
        server.accept();
        player = new BotPlayer(client, User.newBuilder().setUserId(PLAYER).setName("a").build());
        S2CGameStartNotification.Builder start =
                S2CGameStartNotification.newBuilder()
                        .addPlayerPositions(
                                PlayerPositionData.newBuilder().setPlayerId(PLAYER).setX(3).setY(3))
                        .addObjects(object(BOX, 4, 9).addItemData(item(0)).addItemData(item(101)))
                        .addObjects(object(GRASS, 5, 6));
        tell(GamePacket.newBuilder().setGameStartNotification(start).build());
        await().until(player::alive);
        player.takeStartPlace();
    }

    /** Has the server say something; the caller awaits its effect. */
    void tell(GamePacket packet) {
        server.write(packet);
    }

    void waveMonsterAt(int id, float x, float y) {
        MonsterPositionData monster =
                MonsterPositionData.newBuilder()
                        .setMonsterId(id)
                        .setMonsterCode(201)
                        .setX(x)
                        .setY(y)
                        .build();
        tell(
                GamePacket.newBuilder()
                        .setMonsterWaveStartNotification(
                                S2CMonsterWaveStartNotification.newBuilder().addMonsters(monster))
                        .build());
        await().until(() -> !player.field().monsters(m -> m.id() == id).isEmpty());
    }

    private static ObjectPositionData.Builder object(int id, int code, float x) {
        return ObjectPositionData.newBuilder()
                .setObjectData(ObjectData.newBuilder().setObjectId(id).setObjectCode(code))
                .setX(x)
                .setY(3);
    }

    private static ItemData item(int code) {
        return ItemData.newBuilder().setItemCode(code).setCount(code == 0 ? 0 : 1).build();
    }

    @Override
    public void close() throws IOException {
        player.close();
        server.close();
    }
}
