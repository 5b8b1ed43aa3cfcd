package dev.mallard.game.world;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * The state of one live game. Belongs to one thread at a time; only the rules change it. Outside of
 * the rules, read it on the game's own thread.
 */
public final class Game {

    private final int id;
    private final int hostId;
    private final GameClock clock;
    private final RandomGenerator random;
    private final Seats seats;
    private final Monsters monsters = new Monsters();
    private final GameObjects objects;
    private final GroundItems ground = new GroundItems();
    private final PhaseClock phase;
    private final long createdAt;
    private final long createdEpoch;
    private GameState state = GameState.PREPARED;
    private OptionalLong startedEpoch = OptionalLong.empty();
    private @Nullable GameResult result;
    private @Nullable PendingWave pendingWave;
    private GameEvent.@Nullable PlayerPositions lastPositions;
    private int waveNumber;
    private int nightsSurvived;
    private int nextMonsterId = 1;
    private boolean hostSimulates = true;
    private long tickNumber;
    private long lastMonsterStepAt;
    private long lastSimulationAt;

    /**
     * @param id the game, at the same time the room
     * @param hostId user id of the host, who has one of the seats
     * @param players the seats in join order
     * @param objects the objects, core included
     * @param clock the time of the game
     * @param random source of every random decision of the game
     */
    public Game(
            int id,
            int hostId,
            List<Player> players,
            GameObjects objects,
            GameClock clock,
            RandomGenerator random) {
        this.id = id;
        this.hostId = hostId;
        this.seats = new Seats(hostId, players);
        this.objects = objects;
        this.clock = clock;
        this.random = random;
        this.phase = new PhaseClock();
        this.createdAt = clock.elapsedMillis();
        this.createdEpoch = clock.epochMillis();
        this.lastMonsterStepAt = createdAt;
        this.lastSimulationAt = createdAt;
    }

    /**
     * A game as it was left, but without monsters, ground items and a wave that waits.
     *
     * @param id the game, at the same time the room
     * @param hostId user id of the host, who may be gone
     * @param players the seats in join order
     * @param objects the objects, core included
     * @param saved how far it had come
     * @param clock the time of the game
     * @param random source of every random decision from now on
     */
    public Game(
            int id,
            int hostId,
            List<Player> players,
            GameObjects objects,
            Saved saved,
            GameClock clock,
            RandomGenerator random) {
        this.id = id;
        this.hostId = hostId;
        this.seats = new Seats(hostId, players);
        this.objects = objects;
        this.clock = clock;
        this.random = random;
        this.phase = new PhaseClock(saved.phase());
        this.createdAt = saved.createdAt();
        this.createdEpoch = saved.createdEpoch();
        this.startedEpoch = saved.startedEpoch();
        this.state = startedEpoch.isPresent() ? GameState.RUNNING : GameState.PREPARED;
        this.waveNumber = saved.waveNumber();
        this.nightsSurvived = saved.nightsSurvived();
        this.nextMonsterId = saved.nextMonsterId();
        this.hostSimulates = saved.hostSimulates();
        this.tickNumber = saved.tickNumber();
        this.lastMonsterStepAt = saved.lastMonsterStepAt();
        this.lastSimulationAt = saved.lastSimulationAt();
    }

    /**
     * How far a game has come that has not ended. Times are monotonic milliseconds.
     *
     * @param phase day or night
     * @param createdAt when the game was created
     * @param createdEpoch the same in epoch milliseconds
     * @param startedEpoch when it was started, epoch milliseconds; empty when it was not
     * @param waveNumber number of the latest wave; 0 = there was none
     * @param nightsSurvived nights that are over
     * @param nextMonsterId the next free monster id
     * @param hostSimulates whether the host's client moves the monsters
     * @param tickNumber number of the latest tick
     * @param lastMonsterStepAt when the monsters' rest was last brought up to date
     * @param lastSimulationAt when the server could last have moved the monsters
     */
    public record Saved(
            PhaseClock.Saved phase,
            long createdAt,
            long createdEpoch,
            OptionalLong startedEpoch,
            int waveNumber,
            int nightsSurvived,
            int nextMonsterId,
            boolean hostSimulates,
            long tickNumber,
            long lastMonsterStepAt,
            long lastSimulationAt) {}

    /**
     * How far the game has come.
     *
     * @throws IllegalStateException when it has ended
     */
    public Saved saved() {
        if (ended()) {
            throw new IllegalStateException("game " + id + " has ended");
        }
        return new Saved(
                phase.saved(),
                createdAt,
                createdEpoch,
                startedEpoch,
                waveNumber,
                nightsSurvived,
                nextMonsterId,
                hostSimulates,
                tickNumber,
                lastMonsterStepAt,
                lastSimulationAt);
    }

    public int id() {
        return id;
    }

    /** User id of the host; never changes, also when the host is gone. */
    public int hostId() {
        return hostId;
    }

    public GameState state() {
        return state;
    }

    /** Whether the game is being played. */
    public boolean running() {
        return state == GameState.RUNNING;
    }

    public boolean ended() {
        return state == GameState.ENDED;
    }

    /** How and when the game ended; empty while it has not. */
    public Optional<GameResult> result() {
        return Optional.ofNullable(result);
    }

    /** Monotonic milliseconds now. */
    public long now() {
        return clock.elapsedMillis();
    }

    /** Wall-clock time now, epoch milliseconds. */
    public long epochNow() {
        return clock.epochMillis();
    }

    public RandomGenerator random() {
        return random;
    }

    /** When the game was created, monotonic milliseconds. */
    public long createdAt() {
        return createdAt;
    }

    /** Who plays, and who of them is connected. */
    public Seats seats() {
        return seats;
    }

    /** The players who have a seat, in join order, connected or not. */
    public List<Player> players() {
        return seats.all();
    }

    /** The player with this id, or null. */
    public @Nullable Player player(int playerId) {
        return seats.find(playerId);
    }

    public Monsters monsters() {
        return monsters;
    }

    public GameObjects objects() {
        return objects;
    }

    public GroundItems ground() {
        return ground;
    }

    public PhaseClock phase() {
        return phase;
    }

    /** Reserves the next monster id. */
    public int reserveMonsterId() {
        return nextMonsterId++;
    }

    /** Makes sure that ids up to this one are not given out again. */
    public void monsterIdUsed(int monsterId) {
        nextMonsterId = Math.max(nextMonsterId, monsterId + 1);
    }

    /** Wave monsters without a place, or null. */
    public @Nullable PendingWave pendingWave() {
        return pendingWave;
    }

    public void pendingWave(@Nullable PendingWave wave) {
        pendingWave = wave;
    }

    /** Number of the latest wave, from 1; 0 = there was none. */
    public int waveNumber() {
        return waveNumber;
    }

    /** Counts a new wave and returns its number. */
    public int nextWave() {
        return ++waveNumber;
    }

    /** Counts a night that is over. */
    public void nightSurvived() {
        nightsSurvived++;
    }

    /** Whether the host's client is trusted to move the monsters at present. */
    public boolean hostSimulates() {
        return hostSimulates;
    }

    public void hostSimulates(boolean simulates) {
        hostSimulates = simulates;
    }

    /** Counts a tick and returns its number, from 1. */
    public long nextTick() {
        return ++tickNumber;
    }

    /** Milliseconds since the last call, at first since the creation; for the monsters' rest. */
    public long monsterStepElapsed() {
        long now = now();
        long elapsed = now - lastMonsterStepAt;
        lastMonsterStepAt = now;
        return elapsed;
    }

    /** Milliseconds since the last call; for monsters that the server walks. */
    public long simulationElapsed() {
        long now = now();
        long elapsed = now - lastSimulationAt;
        lastSimulationAt = now;
        return elapsed;
    }

    /** The positions that were sent last, or null. */
    public GameEvent.@Nullable PlayerPositions lastPositions() {
        return lastPositions;
    }

    public void lastPositions(GameEvent.PlayerPositions positions) {
        lastPositions = positions;
    }

    /** Starts the prepared game. */
    public void start() {
        if (state != GameState.PREPARED) {
            throw new IllegalStateException("not prepared: " + state);
        }
        state = GameState.RUNNING;
        startedEpoch = OptionalLong.of(epochNow());
    }

    /** Ends the game; the first outcome counts. */
    public void end(GameOutcome outcome) {
        if (state != GameState.ENDED) {
            state = GameState.ENDED;
            result =
                    new GameResult(
                            id, outcome, nightsSurvived, createdEpoch, startedEpoch, epochNow());
        }
    }
}
