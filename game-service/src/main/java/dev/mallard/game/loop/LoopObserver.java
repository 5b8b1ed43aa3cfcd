package dev.mallard.game.loop;

import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameOutcome;

/** Is told what happens in the games, to count it. Any thread; must not block. */
public interface LoopObserver {

    /** A tick has run. */
    void ticked(long latenessNanos, long durationNanos);

    /** A tick was left out because an earlier one was still waiting. */
    void tickLeftOut();

    /** A command or a tick has thrown. */
    void failed();

    /** A mailbox has turned a player's command away. */
    void turnedAway(Admission admission);

    /** A request, or a part of one, was ignored without an answer. */
    void dropped(DropReason reason);

    /** A player has moved farther than walking allows. */
    void movedOutsideAllowance();

    /** A game was created. */
    void created();

    /** A game was not created. */
    void refused();

    /** A game has ended. */
    void ended(GameOutcome outcome);

    /** Counts nothing. */
    static LoopObserver none() {
        return new LoopObserver() {
            @Override
            public void ticked(long latenessNanos, long durationNanos) {}

            @Override
            public void tickLeftOut() {}

            @Override
            public void failed() {}

            @Override
            public void turnedAway(Admission admission) {}

            @Override
            public void dropped(DropReason reason) {}

            @Override
            public void movedOutsideAllowance() {}

            @Override
            public void created() {}

            @Override
            public void refused() {}

            @Override
            public void ended(GameOutcome outcome) {}
        };
    }
}
