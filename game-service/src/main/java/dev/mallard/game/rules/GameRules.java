package dev.mallard.game.rules;

import dev.mallard.game.content.GameContent;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameClock;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.ObjectPosition;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolationException;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * All rules of the game, one method per player action and one for the passing of time. Stateless
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
    private final StartGame startGame;
    private final Movement movement;
    private final Swing swing;
    private final AttackMonster attackMonster;
    private final DamagedByMonster damagedByMonster;
    private final MonsterSpawn monsterSpawn;
    private final MonsterMoves monsterMoves;
    private final MonsterAttackDisplay monsterAttackDisplay;
    private final UseItem useItem;
    private final Chat chat;
    private final OpenBox openBox;
    private final CloseBox closeBox;
    private final TakeFromBox takeFromBox;
    private final PutIntoBox putIntoBox;
    private final PickUp pickUp;
    private final DropItem dropItem;
    private final DetachItem detachItem;
    private final CombineItems combineItems;
    private final PlaceWall placeWall;
    private final ObjectHitByMonster objectHitByMonster;
    private final ObjectHitByPlayer objectHitByPlayer;
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
        Drops drops = new Drops(content, settings.limits().groundItems(), bounds);
        ObjectDamage objectDamage = new ObjectDamage();
        createGame = new CreateGame(content, settings);
        startGame = new StartGame(content, settings, bounds);
        movement = new Movement(content.player(), settings.movement(), bounds);
        swing = new Swing(settings.rates());
        attackMonster = new AttackMonster(content, settings, drops);
        damagedByMonster = new DamagedByMonster(settings);
        monsterSpawn = new MonsterSpawn(content, settings, bounds, control);
        monsterMoves = new MonsterMoves(bounds, control);
        monsterAttackDisplay = new MonsterAttackDisplay(settings.rates(), control);
        useItem = new UseItem(content);
        chat = new Chat(content.chat(), settings);
        openBox = new OpenBox(settings.reach());
        closeBox = new CloseBox();
        takeFromBox = new TakeFromBox(settings.reach());
        putIntoBox = new PutIntoBox(settings.reach(), content.recipe());
        pickUp = new PickUp(settings.reach(), bounds);
        dropItem = new DropItem(settings.limits(), bounds);
        detachItem = new DetachItem();
        combineItems = new CombineItems(content);
        placeWall = new PlaceWall(content, settings, bounds);
        objectHitByMonster = new ObjectHitByMonster(settings, control, objectDamage);
        objectHitByPlayer = new ObjectHitByPlayer(settings, drops);
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

    /** The host starts the game with the places his client chose. */
    public void start(
            Game game,
            int playerId,
            List<MonsterPosition> monsters,
            List<ObjectPosition> objects,
            Notifications out) {
        Player player = Gate.connected(game, playerId, out);
        if (player != null) {
            startGame.apply(game, player, monsters, objects, out);
        }
    }

    /** A player walks to a point. */
    public void move(Game game, int playerId, float x, float y, Notifications out) {
        Player player = Gate.quietly(game, playerId, out);
        if (player != null) {
            movement.apply(game, player, x, y, out);
        }
    }

    /** A player swings without hitting. */
    public void swing(Game game, int playerId, float dirX, float dirY, Notifications out) {
        Player player = Gate.quietly(game, playerId, out);
        if (player != null) {
            swing.apply(game, player, dirX, dirY, out);
        }
    }

    /** A player hits a monster. */
    public void attackMonster(
            Game game, int playerId, int monsterId, float dirX, float dirY, Notifications out) {
        Player player = Gate.quietly(game, playerId, out);
        if (player != null) {
            attackMonster.apply(game, player, monsterId, dirX, dirY, out);
        }
    }

    /** A player was hit by a monster. */
    public void damagedByMonster(Game game, int playerId, int monsterId, Notifications out) {
        Player player = Gate.quietly(game, playerId, out);
        if (player != null) {
            damagedByMonster.apply(game, player, monsterId, out);
        }
    }

    /** The host places the announced monsters of a wave. */
    public void spawnWave(
            Game game, int playerId, List<MonsterPosition> monsters, Notifications out) {
        Player player = Gate.quietly(game, playerId, out);
        if (player != null) {
            monsterSpawn.apply(game, player, monsters, out);
        }
    }

    /** A client moves monsters. */
    public void moveMonsters(
            Game game, int playerId, List<MonsterPosition> monsters, Notifications out) {
        Player player = Gate.quietly(game, playerId, out);
        if (player != null) {
            monsterMoves.apply(game, player, monsters, out);
        }
    }

    /**
     * A client shows the attack of a monster.
     *
     * @param isPlayer whether the target is a player, else an object
     * @param targetId user id or object id
     */
    public void showMonsterAttack(
            Game game,
            int playerId,
            int monsterId,
            boolean isPlayer,
            int targetId,
            Notifications out) {
        Player player = Gate.quietly(game, playerId, out);
        if (player != null) {
            monsterAttackDisplay.apply(game, player, monsterId, isPlayer, targetId, out);
        }
    }

    /** A player eats or wears one unit of an item. */
    public void useItem(Game game, int playerId, int itemCode, Notifications out) {
        Player player = Gate.alive(game, playerId, out);
        if (player != null) {
            useItem.apply(game, player, itemCode, out);
        }
    }

    /** A player speaks; allowed before the start and to the dead. */
    public void chat(Game game, int playerId, String text, Notifications out) {
        Player player = Gate.connected(game, playerId, out);
        if (player != null) {
            chat.apply(game, player, text, out);
        }
    }

    /** A player opens a box or the core. */
    public void openBox(Game game, int playerId, int boxId, Notifications out) {
        Player player = Gate.alive(game, playerId, out);
        if (player != null) {
            openBox.apply(game, player, boxId, out);
        }
    }

    /** A player closes the box he has open. */
    public void closeBox(Game game, int playerId, int boxId, Notifications out) {
        Player player = Gate.quietly(game, playerId, out);
        if (player != null) {
            closeBox.apply(game, player, boxId, out);
        }
    }

    /** A player takes an amount out of the box he has open. */
    public void takeFromBox(
            Game game, int playerId, int boxId, int itemCode, int count, Notifications out) {
        Player player = Gate.alive(game, playerId, out);
        if (player != null) {
            takeFromBox.apply(game, player, boxId, itemCode, count, out);
        }
    }

    /** A player puts an amount into the box he has open. */
    public void putIntoBox(
            Game game, int playerId, int boxId, int itemCode, int count, Notifications out) {
        Player player = Gate.alive(game, playerId, out);
        if (player != null) {
            putIntoBox.apply(game, player, boxId, itemCode, count, out);
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

    /** A player picks up what lies nearest to a point. */
    public void pickUp(Game game, int playerId, float x, float y, Notifications out) {
        Player player = Gate.alive(game, playerId, out);
        if (player != null) {
            pickUp.apply(game, player, x, y, out);
        }
    }

    /** A player drops an amount of an item. */
    public void dropItem(Game game, int playerId, int itemCode, int count, Notifications out) {
        Player player = Gate.alive(game, playerId, out);
        if (player != null) {
            dropItem.apply(game, player, itemCode, count, out);
        }
    }

    /** A player takes off an item. */
    public void detachItem(Game game, int playerId, int itemCode, Notifications out) {
        Player player = Gate.alive(game, playerId, out);
        if (player != null) {
            detachItem.apply(game, player, itemCode, out);
        }
    }

    /** A player makes one item of two. */
    public void combineItems(Game game, int playerId, int first, int second, Notifications out) {
        Player player = Gate.alive(game, playerId, out);
        if (player != null) {
            combineItems.apply(game, player, first, second, out);
        }
    }

    /** A player builds a wall. */
    public void placeWall(
            Game game, int playerId, int itemCode, float x, float y, Notifications out) {
        Player player = Gate.alive(game, playerId, out);
        if (player != null) {
            placeWall.apply(game, player, itemCode, x, y, out);
        }
    }

    /** The host reports that a monster hit an object. */
    public void objectHitByMonster(
            Game game, int playerId, int objectId, int monsterId, Notifications out) {
        Player player = Gate.quietly(game, playerId, out);
        if (player != null) {
            objectHitByMonster.apply(game, player, objectId, monsterId, out);
        }
    }

    /** A player hits an object. */
    public void objectHitByPlayer(Game game, int playerId, int objectId, Notifications out) {
        Player player = Gate.quietly(game, playerId, out);
        if (player != null) {
            objectHitByPlayer.apply(game, player, objectId, out);
        }
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
