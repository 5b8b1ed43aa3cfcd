package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SObjectDamagedByPlayerRequest;

import org.springframework.stereotype.Component;

/** A player hits an object. */
@Component
final class ObjectHitByPlayerHandler implements PacketHandler {

    private final GameActions actions;

    ObjectHitByPlayerHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_OBJECT_DAMAGED_BY_PLAYER_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SObjectDamagedByPlayerRequest hit = request.packet().getObjectDamagedByPlayerRequest();
        actions.apply(request, new PlayerAction.ObjectHitByPlayer(hit.getObjectId()));
    }
}
