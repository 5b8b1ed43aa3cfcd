package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SPlayerOpenBoxRequest;

import org.springframework.stereotype.Component;

/** A player opens a box or the core. */
@Component
final class OpenBoxHandler implements PacketHandler {

    private final GameActions actions;

    OpenBoxHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_PLAYER_OPEN_BOX_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SPlayerOpenBoxRequest open = request.packet().getPlayerOpenBoxRequest();
        actions.apply(request, new PlayerAction.OpenBox(open.getItemBoxId()));
    }
}
