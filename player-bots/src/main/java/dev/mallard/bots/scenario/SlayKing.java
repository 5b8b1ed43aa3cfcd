package dev.mallard.bots.scenario;

import java.time.Duration;
import java.util.List;

/** Walks to the sleeping king of the monsters and hits him until he is dead. */
final class SlayKing implements Errand {

    private static final double FIGHTING_DISTANCE = 3;

    @Override
    public boolean goOn(BotPlayer player, Duration time) {
        List<Monster> kings =
                player.field().monsters(monster -> monster.kind() == MonsterKind.MALLARD_KING);
        if (kings.isEmpty()) {
            return true;
        }
        Monster king = kings.getFirst();
        player.walkToward(king.place(), FIGHTING_DISTANCE, time);
        player.hitIfInReach(king, System.nanoTime());
        return false;
    }
}
