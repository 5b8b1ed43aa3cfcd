package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SPlayerSetObjectRequest;
import dev.mallard.protocol.message.Position;

import org.springframework.stereotype.Component;

/** A player builds a wall. */
@Component
final class PlaceWallHandler implements PacketHandler {

    private final GameActions actions;

    PlaceWallHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_PLAYER_SET_OBJECT_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SPlayerSetObjectRequest wall = request.packet().getPlayerSetObjectRequest();
        Position position = wall.getPosition();
        actions.apply(
                request,
                wall.hasPosition(),
                new PlayerAction.PlaceWall(wall.getItemCode(), position.getX(), position.getY()));
    }
}
