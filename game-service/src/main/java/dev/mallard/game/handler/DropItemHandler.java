package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SDropItemRequest;
import dev.mallard.protocol.message.ItemData;

import org.springframework.stereotype.Component;

/** A player drops an item. */
@Component
final class DropItemHandler implements PacketHandler {

    private final GameActions actions;

    DropItemHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_DROP_ITEM_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SDropItemRequest drop = request.packet().getDropItemRequest();
        ItemData item = drop.getItemData();
        actions.apply(
                request,
                drop.hasItemData(),
                new PlayerAction.DropItem(item.getItemCode(), item.getCount()));
    }
}
