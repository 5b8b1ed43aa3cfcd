package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SPlayerCloseBoxRequest;

import org.springframework.stereotype.Component;

/** A player closes the box that he has open. */
@Component
final class CloseBoxHandler implements PacketHandler {

    private final GameActions actions;

    CloseBoxHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_PLAYER_CLOSE_BOX_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SPlayerCloseBoxRequest close = request.packet().getPlayerCloseBoxRequest();
        actions.apply(request, new PlayerAction.CloseBox(close.getItemBoxId()));
    }
}
