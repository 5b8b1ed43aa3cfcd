package dev.mallard.game.rules;

import dev.mallard.game.content.GameContent;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameClock;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolationException;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * All rules of the game: what players do, the passing of time, and their coming and going. Stateless
 * and shared by all games; each game must be used by one thread at a time.
 *
 * <p>The acting player is always the sender. Every action either happens, is dropped without an
 * answer ({@link Notifications#dropped}), or is refused with a {@link RuleViolationException}, in
 * which case nothing has changed. Actions of users without a seat, and actions after the end, are
 * dropped. After each call the caller has to look at {@link Game#ended()}: when the game has ended,
 * nothing more is sent by the rules, and the caller sends {@link GameOutcome#finalEvent()} when the
 * players are free to do something else.
 */
public final class GameRules {

    private final CreateGame createGame;
    private final ActionRules actions;
    private final Tick tick;
    private final PlayerAway playerAway;
    private final PlayerResumed playerResumed;
    private final PlayerGone playerGone;

    /**
     * @param content the game data
     * @param settings what an operator may change
     */
    public GameRules(GameContent content, GameSettings settings) {
        Bounds bounds = new Bounds(settings.movement().worldBound());
        MonsterControl control = new MonsterControl(settings.simulation().mode());
        MonsterSpawn monsterSpawn = new MonsterSpawn(content, settings, bounds, control);
        ObjectDamage objectDamage = new ObjectDamage();
        createGame = new CreateGame(content, settings);
        actions = new ActionRules(content, settings, bounds, control, monsterSpawn, objectDamage);
        playerGone = new PlayerGone(settings, monsterSpawn);
        playerAway = new PlayerAway(settings, playerGone, monsterSpawn);
        playerResumed = new PlayerResumed();
        tick =
                new Tick(
                        new PreparationTimeout(settings.timing()),
                        new GraceStep(settings.timing(), playerGone),
                        new ServerSimulation(settings, control, objectDamage),
                        new PositionsTick(),
                        new MonsterMovesTick(settings.sendEmptyMoves()),
                        new BoxReach(settings.reach()),
                        monsterSpawn,
                        new PhaseStep(
                                settings.timing(),
                                monsterSpawn,
                                new Revival(new Allowance(content.player(), settings.movement()))),
                        new TargetStep(settings.sendEmptyTargets()),
                        new HungerStep(content.player(), settings.timing()));
    }

    /**
     * Creates a game and announces it: the created things to the host, then the game to all.
     *
     * @param gameId id of the game, at the same time of the room
     * @param hostId user id of the host; must be one of the members
     * @param members who gets a seat, in join order; 1 to 8 different users
     * @param random source of every random decision of this game
     * @param clock time of this game
     * @param out receives the announcements
     * @throws IllegalArgumentException when the members are not as described
     */
    public Game create(
            int gameId,
            int hostId,
            List<Member> members,
            RandomGenerator random,
            GameClock clock,
            Notifications out) {
        return createGame.create(gameId, hostId, members, random, clock, out);
    }

    /**
     * A player does something.
     *
     * @throws RuleViolationException if it is refused; nothing has changed then
     */
    public void act(Game game, int playerId, PlayerAction action, Notifications out) {
        Player player = Gate.admit(game, playerId, action, out);
        if (player != null) {
            actions.apply(game, player, action, out);
        }
    }

    /**
     * Whether a player may act with things now, which goes before what the request says.
     *
     * @return false if whatever the player asks for is dropped
     * @throws RuleViolationException if whatever the player asks for is refused
     */
    public boolean mayAct(Game game, int playerId, Notifications out) {
        return Gate.alive(game, playerId, out) != null;
    }

    /** Lets time pass; to be called every 200 ms, also before the start. */
    public void tick(Game game, Notifications out) {
        if (!game.ended()) {
            tick.apply(game, out);
        }
    }

    /**
     * A player's connection is lost. The seat is kept for the grace period, or given up at once
     * when that is 0. Does nothing when the player is away already.
     */
    public void away(Game game, int playerId, Notifications out) {
        Player player = Gate.seated(game, playerId, out);
        if (player != null && player.connected()) {
            playerAway.apply(game, player, out);
        }
    }

    /**
     * All connections are lost at once, because the game goes on in another place: all seats are
     * kept for the grace period, also of those who were away. When that is 0, they are given up
     * with the next tick.
     */
    public void allAway(Game game, Notifications out) {
        if (!game.ended()) {
            playerAway.applyToAll(game, out);
        }
    }

    /**
     * A player is offered the kept seat: receives the current state, and from now on everything.
     * Also for a player who never was away, and gets the state again.
     *
     * @return false when there is no such seat any more, or the game has ended
     */
    public boolean resumed(Game game, int playerId, Notifications out) {
        Player player = game.ended() ? null : game.player(playerId);
        if (player == null) {
            return false;
        }
        playerResumed.apply(game, player, out);
        return true;
    }

    /** A player gives up the seat at once. {@link Notifications#seatGivenUp} is called. */
    public void gone(Game game, int playerId, Notifications out) {
        Player player = Gate.seated(game, playerId, out);
        if (player != null) {
            playerGone.apply(game, player, out);
        }
    }

    /** The service stops the game; does nothing when it has ended. */
    public void stop(Game game) {
        GameEnd.end(game, GameOutcome.STOPPED);
    }
}
