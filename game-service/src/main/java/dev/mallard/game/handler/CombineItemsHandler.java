package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SItemCombinationRequest;

import org.springframework.stereotype.Component;

/** A player makes one item of two. */
@Component
final class CombineItemsHandler implements PacketHandler {

    private final GameActions actions;

    CombineItemsHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_ITEM_COMBINATION_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SItemCombinationRequest combine = request.packet().getItemCombinationRequest();
        actions.apply(
                request,
                new PlayerAction.CombineItems(combine.getItemCode1(), combine.getItemCode2()));
    }
}
