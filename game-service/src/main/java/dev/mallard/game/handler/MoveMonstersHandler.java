package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SMonsterMoveRequest;

import org.springframework.stereotype.Component;

import java.util.List;

/** The host's client moves monsters. */
@Component
final class MoveMonstersHandler implements PacketHandler {

    private final GameActions actions;

    MoveMonstersHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_MONSTER_MOVE_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SMonsterMoveRequest move = request.packet().getMonsterMoveRequest();
        List<MonsterPosition> monsters = Places.ofMonsters(move.getMonsterPositionDataList());
        actions.apply(request, new PlayerAction.MoveMonsters(monsters));
    }
}
