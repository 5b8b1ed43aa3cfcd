package dev.mallard.bots.scenario;

import dev.mallard.protocol.message.PhaseType;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the players do from the start of a game to its end, one tick after the other, when it is to be lost. By day they run
 * their errands; at night the last of them meets the wave alone, and the others fight when it has
 * fallen or has held out for a while; when the wave is beaten and the next day has come, the host leads
 * the king to the core, against which wooden swords do nothing. When it is to be won, one of them minds his
 * errands alone, day and night: makes honey mustard, coats a sword and kills the king. One thread.
 */
final class MatchPlay {

    private static final Duration ALONE_AT_MOST = Duration.ofSeconds(6);

    /** Where the others wait while one meets the wave, and how near to what they fight they go. */
    private static final Point MEETING_PLACE = new Point(4, 4);

    private static final double FIGHTING_DISTANCE = 3;

    private final List<BotPlayer> players;
    private final BotPlayer host;
    private final BotPlayer scout;
    private final MonsterHerd herd;
    private final Map<BotPlayer, Deque<Errand>> errands = new HashMap<>();
    private long waveSeenAt;
    private boolean waveSeen;
    private boolean kingComes;
    private final MatchGoal goal;
    private final BotPlayer hero;

    /**
     * @param players the host first, the one who meets the wave alone last
     */
    MatchPlay(List<BotPlayer> players, MonsterHerd herd, MatchGoal goal) {
        this.players = players;
        this.host = players.getFirst();
        this.scout = players.getLast();
        this.herd = herd;
        this.goal = goal;
        this.hero = players.get(players.size() - 2);
        List<Errand> extras = List.of(new EatApple(), new LootBox(), new GatherSeed());
        for (int i = 0; i < players.size(); i++) {
            Deque<Errand> list = new ArrayDeque<>();
            if (i < extras.size()) {
                list.add(new DrawSword());
                list.add(extras.get(i));
            }
            errands.put(players.get(i), list);
        }
        if (goal == MatchGoal.WIN) {
            errands.put(
                    hero,
                    new ArrayDeque<>(
                            List.of(
                                    new DrawSword(),
                                    new GatherSeed(),
                                    new FetchItem(MixMustard.HONEY),
                                    new FetchItem(MixMustard.FRIED_EGG),
                                    new MixMustard(),
                                    new CoatSword(),
                                    new SlayKing())));
        }
    }

    /**
     * One tick of all players.
     *
     * @param time how long the last tick took
     */
    void tick(Duration time, long nanoTime) {
        watch(nanoTime);
        for (BotPlayer player : players) {
            if (player.alive()) {
                act(player, time, nanoTime);
                player.suffer(nanoTime);
            }
            player.report();
        }
        herd.move(time, nanoTime);
    }

    private void watch(long nanoTime) {
        Battlefield field = host.field();
        if (!waveSeen && field.waves() > 0) {
            waveSeen = true;
            waveSeenAt = nanoTime;
            scout.actions().chat("Stay back, I will hold them alone!");
        }
        if (goal == MatchGoal.LOSE
                && !kingComes
                && field.waveBeaten()
                && field.phase() == PhaseType.DAY) {
            kingComes = true;
            host.actions().chat("The wave is beaten. But look who comes now...");
            herd.releaseKing();
        }
    }

    private void act(BotPlayer player, Duration time, long nanoTime) {
        if (waveSeen && !(goal == MatchGoal.WIN && player == hero)) {
            fight(player, time, nanoTime);
            return;
        }
        Deque<Errand> list = errands.getOrDefault(player, new ArrayDeque<>());
        Errand next = list.peek();
        if (next == null) {
            player.walkToward(MEETING_PLACE, FIGHTING_DISTANCE, time);
        } else if (next.goOn(player, time)) {
            list.remove();
        }
    }

    private void fight(BotPlayer player, Duration time, long nanoTime) {
        Optional<Monster> enemy =
                kingComes ? king(player) : player.field().nearestOfWave(player.place());
        if (enemy.isEmpty() || mustWait(player, nanoTime)) {
            player.walkToward(MEETING_PLACE, FIGHTING_DISTANCE, time);
            return;
        }
        player.walkToward(enemy.get().place(), player == scout ? 0 : FIGHTING_DISTANCE, time);
        player.hitIfInReach(enemy.get(), nanoTime);
    }

    private boolean mustWait(BotPlayer player, long nanoTime) {
        return player != scout && scout.alive() && nanoTime - waveSeenAt < ALONE_AT_MOST.toNanos();
    }

    private static Optional<Monster> king(BotPlayer player) {
        return player
                .field()
                .monsters(monster -> monster.kind() == MonsterKind.MALLARD_KING)
                .stream()
                .findFirst();
    }
}
