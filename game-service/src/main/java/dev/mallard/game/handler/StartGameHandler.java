package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.ObjectPosition;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SGameStartRequest;

import org.springframework.stereotype.Component;

import java.util.List;

/** The host starts the prepared game with the places his client has chosen. */
@Component
final class StartGameHandler implements PacketHandler {

    private final GameActions actions;

    StartGameHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.START_GAME_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SGameStartRequest start = request.packet().getGameStartRequest();
        List<MonsterPosition> monsters = Places.ofMonsters(start.getMonstersList());
        List<ObjectPosition> objects = Places.ofObjects(start.getObjectsList());
        actions.apply(request, new PlayerAction.StartGame(monsters, objects));
    }
}
