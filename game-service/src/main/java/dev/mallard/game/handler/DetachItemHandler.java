package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SItemDetachmentRequest;

import org.springframework.stereotype.Component;

/** A player takes off an item. */
@Component
final class DetachItemHandler implements PacketHandler {

    private final GameActions actions;

    DetachItemHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_ITEM_DETACHMENT_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SItemDetachmentRequest detach = request.packet().getItemDetachmentRequest();
        actions.apply(request, new PlayerAction.DetachItem(detach.getItemCode()));
    }
}
