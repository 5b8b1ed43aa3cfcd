package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SPlayerUseItemRequest;

import org.springframework.stereotype.Component;

/** A player eats or wears an item. */
@Component
final class UseItemHandler implements PacketHandler {

    private final GameActions actions;

    UseItemHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_PLAYER_USE_ITEM_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SPlayerUseItemRequest use = request.packet().getPlayerUseItemRequest();
        actions.apply(
                request,
                use.hasItemData(),
                new PlayerAction.UseItem(use.getItemData().getItemCode()));
    }
}
