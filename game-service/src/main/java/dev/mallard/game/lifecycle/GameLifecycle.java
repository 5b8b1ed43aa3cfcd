package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.GameActor;
import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.loop.LoopObserver;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.wire.HeldNotifications;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.Notifications;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.User;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.function.Consumer;

/**
 * Begins and ends games. Any thread; the work is done on the games' own threads.
 *
 * <p>The order of what the others are told matters: a user's gateway knows that the user is in the game
 * before the user hears of it, and that the user is free again before the last packet of the game.
 */
public final class GameLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GameLifecycle.class);

    private final LiveGames games;
    private final ActorFactory actors;
    private final GameFactory factory;
    private final GameRules rules;
    private final Gateways gateways;
    private final GameOpening opening;
    private final GameKeeping keeping;
    private final Endings endings;
    private final LoopObserver observer;

    public GameLifecycle(
            LiveGames games,
            ActorFactory actors,
            GameFactory factory,
            GameRules rules,
            Gateways gateways,
            GameOpening opening,
            GameKeeping keeping,
            Endings endings,
            LoopObserver observer) {
        this.games = games;
        this.actors = actors;
        this.factory = factory;
        this.rules = rules;
        this.gateways = gateways;
        this.opening = opening;
        this.keeping = keeping;
        this.endings = endings;
        this.observer = observer;
    }

    /**
     * Creates the game of a room, for those of its members who are logged in. If the owner is not, or there
     * is a game with this id, the game is not created.
     *
     * @param asker is told what has become of it
     */
    public void create(RoomData room, Consumer<LinkControl> asker) {
        int id = room.getRoomId();
        List<Member> members =
                room.getUsersList().stream()
                        .filter(user -> gateways.loggedIn(user.getUserId()))
                        .map(user -> new Member(user.getUserId(), user.getName()))
                        .toList();
        if (id <= 0 || members.stream().noneMatch(m -> m.playerId() == room.getOwnerId())) {
            refuse(id, ErrorCode.GAME_CREATE_FAILED, asker);
            return;
        }
        GameActor actor = actors.create(id);
        switch (games.add(actor)) {
            case EXISTS -> refuse(id, ErrorCode.GAME_CREATE_FAILED, asker);
            case FULL -> refuse(id, ErrorCode.NO_GAME_SERVER, asker);
            case ADDED -> {
                members.forEach(member -> seat(member.playerId(), actor));
                if (!actor.control(() -> open(actor, room, members, asker))) {
                    games.remove(actor, ids(members));
                    refuse(id, ErrorCode.GAME_CREATE_FAILED, asker);
                }
            }
        }
    }

    private void refuse(int id, ErrorCode reason, Consumer<LinkControl> asker) {
        log.warn("Game {} is not created: {}", id, reason);
        observer.refused();
        gateways.notCreated(id, reason, asker);
    }

    /** Gives a user a seat. The lobby knows best in which room a user is, so an older seat is given up. */
    private void seat(int userId, GameActor actor) {
        GameActor former = games.seat(userId, actor);
        if (former != null && former != actor) {
            former.withGame(live -> rules.gone(live.game(), userId, live.out()));
        }
    }

    private void open(
            GameActor actor, RoomData room, List<Member> members, Consumer<LinkControl> asker) {
        HeldNotifications held = new HeldNotifications();
        List<Integer> participants = ids(members);
        long fence = keeping.newFence();
        Game game;
        try {
            game = factory.create(actor.id(), room.getOwnerId(), members, held);
        } catch (RuntimeException failure) {
            log.error("Creating game {} failed", actor.id(), failure);
            games.remove(actor, participants);
            refuse(actor.id(), ErrorCode.GAME_CREATE_FAILED, asker);
            return;
        }
        LiveGame live = opening.begin(actor, game, seated(room, members), fence);
        Notifications out = live.out();
        observer.created();
        log.info("Game {} is created for {} players", actor.id(), members.size());
        gateways.entered(actor.id(), fence, participants);
        gateways.created(actor.id(), fence, asker);
        held.releaseTo(out);
        // Who has gone while the game was created was not yet known to be in it.
        for (int userId : participants) {
            if (!gateways.loggedIn(userId)) {
                rules.away(game, userId, out);
            }
        }
    }

    /** The room with those who got a seat. */
    private static RoomData seated(RoomData room, List<Member> members) {
        RoomData.Builder seated = room.toBuilder().clearUsers();
        members.forEach(
                member ->
                        seated.addUsers(
                                User.newBuilder()
                                        .setUserId(member.playerId())
                                        .setName(member.nickname())));
        return seated.build();
    }

    /** Ends a game before its time. */
    public void stop(GameActor actor) {
        actor.withGame(live -> rules.stop(live.game()));
    }

    /** Ends a game that the lobby has given up; its end is not reported. */
    public void cancel(int gameId) {
        GameActor actor = games.find(gameId);
        if (actor != null) {
            actor.withGame(
                    live -> {
                        live.end().cancel();
                        rules.stop(live.game());
                    });
        }
    }

    /** The lobby has recorded the end of a game. */
    public void recorded(int gameId) {
        endings.recorded(gameId);
        GameActor actor = games.find(gameId);
        if (actor != null) {
            actor.withGame(live -> live.end().recorded());
        }
    }

    private static List<Integer> ids(List<Member> members) {
        return members.stream().map(Member::playerId).toList();
    }
}
