package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Phase;

/** Day becomes night, which brings a wave; night becomes day, which revives the dead. */
final class PhaseStep {

    private final long dayMillis;
    private final long nightMillis;
    private final long toleranceMillis;
    private final MonsterSpawn monsterSpawn;
    private final Revival revival;

    PhaseStep(GameSettings.Timing timing, MonsterSpawn monsterSpawn, Revival revival) {
        this.dayMillis = timing.day().toMillis();
        this.nightMillis = timing.night().toMillis();
        this.toleranceMillis = timing.tolerance().toMillis();
        this.monsterSpawn = monsterSpawn;
        this.revival = revival;
    }

    void apply(Game game, Notifications out) {
        long lasted = game.phase().advance(game.now());
        if (lasted < length(game.phase().phase()) - toleranceMillis) {
            return;
        }
        Phase next = game.phase().phase().next();
        game.phase().begin(next, game.now(), game.epochNow() + length(next));
        out.send(Audience.ALL, new GameEvent.PhaseChanged(next, game.phase().plannedEnd()));
        switch (next) {
            case NIGHT -> monsterSpawn.announce(game, out);
            case DAY -> {
                game.nightSurvived();
                revival.apply(game, out);
            }
        }
    }

    private long length(Phase phase) {
        return phase == Phase.DAY ? dayMillis : nightMillis;
    }
}
