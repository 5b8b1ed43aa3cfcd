package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SPlayerAttackMonsterRequest;

import org.springframework.stereotype.Component;

/** A player hits a monster. */
@Component
final class AttackMonsterHandler implements PacketHandler {

    private final GameActions actions;

    AttackMonsterHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.C_PLAYER_ATTACK_MONSTER_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SPlayerAttackMonsterRequest attack = request.packet().getPlayerAttackMonsterRequest();
        actions.apply(
                request,
                new PlayerAction.AttackMonster(
                        attack.getMonsterId(), attack.getPlayerDirX(), attack.getPlayerDirY()));
    }
}
