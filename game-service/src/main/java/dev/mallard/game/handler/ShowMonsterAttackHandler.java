package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SMonsterAttackRequest;

import org.springframework.stereotype.Component;

/** The host's client shows how a monster attacks. */
@Component
final class ShowMonsterAttackHandler implements PacketHandler {

    private final GameActions actions;

    ShowMonsterAttackHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_MONSTER_ATTACK_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SMonsterAttackRequest attack = request.packet().getMonsterAttackRequest();
        actions.apply(
                request,
                new PlayerAction.ShowMonsterAttack(
                        attack.getMonsterId(), attack.getIsPlayer(), attack.getTargetId()));
    }
}
