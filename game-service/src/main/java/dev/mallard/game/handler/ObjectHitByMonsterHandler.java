package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SObjectDamagedByMonsterRequest;

import org.springframework.stereotype.Component;

/** The host's client reports that a monster has hit an object. */
@Component
final class ObjectHitByMonsterHandler implements PacketHandler {

    private final GameActions actions;

    ObjectHitByMonsterHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_OBJECT_DAMAGED_BY_MONSTER_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SObjectDamagedByMonsterRequest hit = request.packet().getObjectDamagedByMonsterRequest();
        actions.apply(
                request,
                new PlayerAction.ObjectHitByMonster(hit.getObjectId(), hit.getMonsterId()));
    }
}
