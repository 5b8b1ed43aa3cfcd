package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SPlayerPutAnItemRequest;

import org.springframework.stereotype.Component;

/** A player puts an item into the box that he has open. */
@Component
final class PutIntoBoxHandler implements PacketHandler {

    private final GameActions actions;

    PutIntoBoxHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_PLAYER_PUT_AN_ITEM_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SPlayerPutAnItemRequest put = request.packet().getPlayerPutAnItemRequest();
        actions.apply(
                request,
                new PlayerAction.PutIntoBox(put.getItemBoxId(), put.getItemCode(), put.getCount()));
    }
}
