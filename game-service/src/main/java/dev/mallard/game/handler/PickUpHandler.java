package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SPlayerGetItemRequest;
import dev.mallard.protocol.message.Position;

import org.springframework.stereotype.Component;

/** A player picks up an item from the ground. */
@Component
final class PickUpHandler implements PacketHandler {

    private final GameActions actions;

    PickUpHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_PLAYER_GET_ITEM_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SPlayerGetItemRequest pickUp = request.packet().getPlayerGetItemRequest();
        Position position = pickUp.getPosition();
        actions.apply(
                request,
                pickUp.hasPosition(),
                new PlayerAction.PickUp(position.getX(), position.getY()));
    }
}
