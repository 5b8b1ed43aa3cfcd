package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SPlayerPositionUpdateRequest;

import org.springframework.stereotype.Component;

/** A player walks. */
@Component
final class MoveHandler implements PacketHandler {

    private final GameActions actions;

    MoveHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_PLAYER_POSITION_UPDATE_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SPlayerPositionUpdateRequest move = request.packet().getPlayerPositionUpdateRequest();
        actions.apply(request, new PlayerAction.Move(move.getX(), move.getY()));
    }
}
