package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SPlayerDamagedByMonsterRequest;

import org.springframework.stereotype.Component;

/** A player was hit by a monster; the victim is always the sender. */
@Component
final class DamagedByMonsterHandler implements PacketHandler {

    private final GameActions actions;

    DamagedByMonsterHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_PLAYER_DAMAGED_BY_MONSTER_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SPlayerDamagedByMonsterRequest damage =
                request.packet().getPlayerDamagedByMonsterRequest();
        actions.apply(request, new PlayerAction.DamagedByMonster(damage.getMonsterId()));
    }
}
