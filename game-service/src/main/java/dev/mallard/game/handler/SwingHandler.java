package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SPlayerAttackRequest;

import org.springframework.stereotype.Component;

/** A player swings without hitting a monster. */
@Component
final class SwingHandler implements PacketHandler {

    private final GameActions actions;

    SwingHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_PLAYER_ATTACK_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SPlayerAttackRequest swing = request.packet().getPlayerAttackRequest();
        actions.apply(
                request, new PlayerAction.Swing(swing.getPlayerDirX(), swing.getPlayerDirY()));
    }
}
