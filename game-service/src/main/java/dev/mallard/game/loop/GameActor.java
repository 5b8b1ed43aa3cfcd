package dev.mallard.game.loop;

import dev.mallard.game.rules.GameRules;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One game as the rest of the service sees it: a mailbox that takes what is to be done. Commands and ticks
 * run one after another, so that nothing inside needs a lock. One that throws is logged and counted, and
 * the game goes on.
 */
public final class GameActor implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(GameActor.class);

    private final int id;
    private final GameRules rules;
    private final TimeSource time;
    private final LoopObserver observer;
    private final Permit permit;
    private final Mailbox mailbox;
    private final AtomicBoolean tickWaits = new AtomicBoolean();
    private volatile boolean paused;
    private volatile boolean dropped;
    private @Nullable LiveGame live;
    private boolean ended;
    private int failures;

    /**
     * @param id the game, at the same time the room
     * @param executor where the game's thread comes from
     * @param permit whether anything may run
     */
    public GameActor(
            int id,
            Executor executor,
            MailboxLimits limits,
            GameRules rules,
            TimeSource time,
            LoopObserver observer,
            Permit permit) {
        this.id = id;
        this.rules = rules;
        this.time = time;
        this.observer = observer;
        this.permit = permit;
        this.mailbox = new Mailbox(executor, limits, this::mayRun, this::run);
    }

    public int id() {
        return id;
    }

    /** How many commands wait. Any thread. */
    public int depth() {
        return mailbox.depth();
    }

    /** Offers what a player wants, to be run on the game's thread. Any thread. */
    public Admission submit(int playerId, Runnable command) {
        Admission admission = mailbox.offer(playerId, command);
        if (admission != Admission.ACCEPTED) {
            observer.turnedAway(admission);
        }
        return admission;
    }

    /**
     * Offers what the service itself wants, to be run on the game's thread. Any thread.
     *
     * @return false if so much is waiting that it will not run; that is logged
     */
    public boolean control(Runnable command) {
        boolean accepted = mailbox.offerControl(command);
        if (!accepted) {
            log.error("The mailbox of game {} takes no more of the service's own commands", id);
        }
        return accepted;
    }

    /**
     * Like {@link #control}, for a command that is about the game itself; left out if there is none.
     */
    public boolean withGame(Consumer<LiveGame> command) {
        return control(
                () -> {
                    LiveGame current = live();
                    if (current != null) {
                        command.accept(current);
                    }
                });
    }

    /** {@inheritDoc} While an earlier one still waits, the tick is left out. */
    @Override
    public void tick(long dueNanos) {
        if (!tickWaits.compareAndSet(false, true)) {
            observer.tickLeftOut();
        } else if (!mailbox.offerControl(() -> runTick(dueNanos))) {
            tickWaits.set(false);
            observer.tickLeftOut();
        }
    }

    /** Gives the actor its game. The game's thread. */
    public void begin(LiveGame game) {
        if (live != null) {
            throw new IllegalStateException("game " + id + " has begun before");
        }
        live = game;
    }

    /** The game, or null if it was not created, or is not ours any more. The game's thread. */
    public @Nullable LiveGame live() {
        return dropped ? null : live;
    }

    private boolean mayRun() {
        return dropped || (!paused && permit.granted());
    }

    /** Lets everything wait until {@link #resume} or {@link #drop}, beginning with the next command. Any thread. */
    public void pause() {
        paused = true;
    }

    /** Lets the game go on, if it is permitted. Any thread. */
    public void resume() {
        paused = false;
        mailbox.opened();
    }

    /** Lets what waits run, if that is permitted again. Any thread. */
    public void resumeIfPermitted() {
        mailbox.opened();
    }

    /**
     * The game is not ours any more: nothing is done with it from the next command on, and those who wait hear
     * that there is no game. Any thread.
     */
    public void drop() {
        dropped = true;
        mailbox.opened();
    }

    /** Whether the game was here, and is not ours any more. Any thread. */
    public boolean isDropped() {
        return dropped;
    }

    private void runTick(long dueNanos) {
        tickWaits.set(false);
        LiveGame current = live();
        if (current == null) {
            return;
        }
        long started = time.nanoTime();
        try {
            if (ended) {
                current.end().tick();
            } else {
                rules.tick(current.game(), current.out());
                if (!current.game().ended()) {
                    current.afterTick().ticked(current.game());
                }
            }
        } finally {
            observer.ticked(started - dueNanos, time.nanoTime() - started);
        }
    }

    private void run(Runnable command) {
        guard(command);
        LiveGame current = live();
        if (current != null && !ended && current.game().ended()) {
            ended = true;
            guard(current.end()::ended);
        }
    }

    private void guard(Runnable command) {
        try {
            command.run();
        } catch (RuntimeException | Error failure) {
            failures++;
            observer.failed();
            // What fails with every tick is not worth a stack trace with every tick.
            if (Integer.bitCount(failures) == 1) {
                log.error("Game {} has caught failure number {}", id, failures, failure);
            }
        }
    }

    @Override
    public String toString() {
        return "game " + id;
    }
}
