package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.AfterTick;
import dev.mallard.game.loop.EndOfGame;
import dev.mallard.game.loop.GameActor;
import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.loop.LoopObserver;
import dev.mallard.game.loop.TickWheel;
import dev.mallard.game.wire.GameEventEncoder;
import dev.mallard.game.wire.PacketSender;
import dev.mallard.game.wire.RoomLabel;
import dev.mallard.game.wire.RoomNotifications;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.User;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Makes a game live, and lets its players go when it has ended. On the game's thread. */
public final class GameOpening {

    private final LiveGames games;
    private final Gateways gateways;
    private final PacketSender packets;
    private final Endings endings;
    private final TickWheel wheel;
    private final LoopObserver observer;
    private final GameKeeping keeping;

    public GameOpening(
            LiveGames games,
            Gateways gateways,
            PacketSender packets,
            Endings endings,
            TickWheel wheel,
            LoopObserver observer,
            GameKeeping keeping) {
        this.games = games;
        this.gateways = gateways;
        this.packets = packets;
        this.endings = endings;
        this.wheel = wheel;
        this.observer = observer;
        this.keeping = keeping;
    }

    /**
     * Gives an actor its game, and lets its time pass.
     *
     * @param room the room of the game, with all who ever got a seat
     * @param fence see {@link GameKeeping#newFence}
     */
    LiveGame begin(GameActor actor, Game game, RoomData room, long fence) {
        List<Integer> participants = participants(room);
        RoomNotifications out =
                new RoomNotifications(
                        game,
                        new GameEventEncoder(RoomLabel.of(room)),
                        packets,
                        new SeatObserver(actor, games, gateways, observer));
        EndOfGame end =
                endings.of(
                        game,
                        participants,
                        absent -> release(actor, game, out, participants, absent));
        AfterTick afterTick = fence > 0 ? keeping.keep(actor, room, fence) : AfterTick.NOTHING;
        LiveGame live = new LiveGame(game, out, end, afterTick, fence);
        actor.begin(live);
        wheel.add(actor);
        return live;
    }

    /** All who ever got a seat, in the order in which they joined. */
    static List<Integer> participants(RoomData room) {
        return room.getUsersList().stream().map(User::getUserId).toList();
    }

    private void release(
            GameActor actor,
            Game game,
            RoomNotifications out,
            List<Integer> participants,
            Set<Integer> absent) {
        wheel.remove(actor);
        gateways.released(game.id(), participants);
        int[] receivers =
                Arrays.stream(game.seats().recipients(Audience.ALL))
                        .filter(playerId -> !absent.contains(playerId))
                        .toArray();
        GameOutcome outcome = game.result().orElseThrow().outcome();
        out.sendTo(receivers, outcome.finalEvent());
        games.remove(actor, participants);
        keeping.forget(game.id());
    }
}
