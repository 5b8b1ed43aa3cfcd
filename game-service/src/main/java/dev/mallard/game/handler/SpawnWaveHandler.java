package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SMonsterSpawnResponse;

import org.springframework.stereotype.Component;

import java.util.List;

/** The host places the monsters of a wave. */
@Component
final class SpawnWaveHandler implements PacketHandler {

    private final GameActions actions;

    SpawnWaveHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_MONSTER_SPAWN_RESPONSE;
    }

    @Override
    public void handle(Request request) {
        C2SMonsterSpawnResponse wave = request.packet().getMonsterSpawnResponse();
        List<MonsterPosition> monsters = Places.ofMonsters(wave.getMonstersList());
        actions.apply(request, new PlayerAction.SpawnWave(monsters));
    }
}
