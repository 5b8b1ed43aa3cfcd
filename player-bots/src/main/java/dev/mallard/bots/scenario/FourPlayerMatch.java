package dev.mallard.bots.scenario;

import dev.mallard.bots.client.GameClientException;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.S2CGamePrepareNotification;
import dev.mallard.protocol.message.S2CGamePrepareResponse;
import dev.mallard.protocol.message.S2CGameStartNotification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Four bots play one match: they meet in a room, play a day, fight a wave, lose the core to the king of
 * the monsters or kill him, and find themselves in the lobby again. The lengths of day and night are the server's.
 */
public final class FourPlayerMatch {

    private static final List<String> NAMES = List.of("Anna", "Boris", "Clara", "Dora");
    private static final Duration TICK = Duration.ofMillis(200);

    private final MatchSettings settings;
    private final MatchGoal goal;
    private final Narrator narrator;

    public FourPlayerMatch(MatchSettings settings, MatchGoal goal, Narrator narrator) {
        this.settings = settings;
        this.goal = goal;
        this.narrator = narrator;
    }

    /**
     * Plays the match to its end.
     *
     * @throws MatchFailedException if something went another way than a match goes
     * @throws GameClientException if a request fails or a connection is lost
     */
    public MatchResult play() throws InterruptedException {
        long start = System.nanoTime();
        List<BotPlayer> players = new ArrayList<>();
        try {
            Lobby lobby = new Lobby(settings, narrator);
            for (String name : NAMES) {
                players.add(lobby.enter(Account.ofBot(name, settings.group())));
            }
            RoomData room = meet(lobby, players);
            MonsterHerd herd = prepareAndStart(players);
            playToTheEnd(new MatchPlay(players, herd, goal), players.getFirst());
            checkReturn(players, room.getRoomId());
            return result(players.getFirst(), room.getRoomId(), System.nanoTime() - start);
        } finally {
            players.forEach(BotPlayer::close);
        }
    }

    private RoomData meet(Lobby lobby, List<BotPlayer> players) throws InterruptedException {
        BotPlayer owner = players.getFirst();
        RoomData room = lobby.createRoom(owner, owner.name() + "'s pond", players.size());
        narrator.say(
                "%s creates room %d, \"%s\""
                        .formatted(owner.name(), room.getRoomId(), room.getName()));
        for (BotPlayer player : players.subList(1, players.size())) {
            lobby.join(player, room.getRoomId());
        }
        return room;
    }

    private MonsterHerd prepareAndStart(List<BotPlayer> players) throws InterruptedException {
        BotPlayer host = players.getFirst();
        new MatchTeller(narrator, players).listenTo(host.client());
        MonsterHerd herd = new MonsterHerd(host.client(), host.field());
        S2CGamePrepareResponse prepared = host.client().prepare();
        for (BotPlayer player : players) {
            player.client().awaitNotification(S2CGamePrepareNotification.class, settings.timeout());
        }
        narrator.say(
                "The game is prepared: %d monsters, %d objects"
                        .formatted(
                                prepared.getMonstersCount(),
                                prepared.getObjectsPositionDataCount()));
        players.getLast().actions().chat("Is everybody ready?");
        // The host's own copy of the start is the answer to its request, and not a notification.
        host.field().apply(host.client().start(MapLayout.startRequest(prepared)));
        for (BotPlayer player : players.subList(1, players.size())) {
            player.client().awaitNotification(S2CGameStartNotification.class, settings.timeout());
        }
        players.forEach(BotPlayer::takeStartPlace);
        narrator.say("The game starts");
        return herd;
    }

    private void playToTheEnd(MatchPlay play, BotPlayer host) throws InterruptedException {
        long deadline = System.nanoTime() + settings.limit().toNanos();
        long before = System.nanoTime();
        while (!ended(host, TICK)) {
            if (host.client().closed().isDone()) {
                throw new MatchFailedException(
                        "the host's connection ended: " + host.client().closed().join());
            }
            long now = System.nanoTime();
            if (now > deadline) {
                throw new MatchFailedException(
                        "the match did not end within " + settings.limit().toSeconds() + " s");
            }
            play.tick(Duration.ofNanos(now - before), now);
            before = now;
        }
    }

    /** Waits for the end of the game, for at most the given time. */
    private static boolean ended(BotPlayer player, Duration atMost) throws InterruptedException {
        try {
            player.field().outcome().get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void checkReturn(List<BotPlayer> players, int roomId) throws InterruptedException {
        for (BotPlayer player : players) {
            if (!ended(player, settings.timeout())) {
                throw new MatchFailedException(player.name() + " was not told of the end");
            }
            List<RoomData> rooms = player.client().listRooms().getRoomsList();
            if (rooms.stream().anyMatch(room -> room.getRoomId() == roomId)) {
                throw new MatchFailedException("room " + roomId + " is still there after its game");
            }
        }
        narrator.say("All four are in the lobby again, and room " + roomId + " is gone");
    }

    private MatchResult result(BotPlayer host, int roomId, long nanos) {
        Battlefield field = host.field();
        boolean won = field.outcome().join() == Battlefield.Outcome.WON;
        if (won != (goal == MatchGoal.WIN)) {
            throw new MatchFailedException(
                    "the match was " + (won ? "won" : "lost") + ", but meant to " + goal);
        }
        if (!won && field.waves() == 0) {
            throw new MatchFailedException("the game ended before a wave came");
        }
        return new MatchResult(
                roomId,
                won,
                field.waves(),
                field.monstersBeaten(),
                field.deaths(),
                field.revivals(),
                field.errors(),
                Duration.ofNanos(nanos));
    }
}
