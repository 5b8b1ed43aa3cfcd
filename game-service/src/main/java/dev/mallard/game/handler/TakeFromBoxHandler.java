package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SPlayerTakeOutAnItemRequest;

import org.springframework.stereotype.Component;

/** A player takes an item out of the box that he has open. */
@Component
final class TakeFromBoxHandler implements PacketHandler {

    private final GameActions actions;

    TakeFromBoxHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_PLAYER_TAKE_OUT_AN_ITEM_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SPlayerTakeOutAnItemRequest take = request.packet().getPlayerTakeOutAnItemRequest();
        actions.apply(
                request,
                new PlayerAction.TakeFromBox(
                        take.getItemBoxId(), take.getItemCode(), take.getCount()));
    }
}
