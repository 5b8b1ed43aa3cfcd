package dev.mallard.bots.load;

import dev.mallard.bots.load.behaviour.Line;
import dev.mallard.bots.load.behaviour.Performer;
import dev.mallard.bots.load.measure.Headcount;
import dev.mallard.bots.load.measure.Measurements;
import dev.mallard.bots.load.player.Player;
import dev.mallard.bots.load.player.Scene;
import dev.mallard.bots.load.player.Surroundings;
import dev.mallard.bots.load.player.Table;
import dev.mallard.bots.scenario.Account;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** All players of a run with their tables and scripts. On the event loop. */
final class Fleet {

    private final LoadSettings settings;
    private final List<Line> script;
    private final List<Player> players = new ArrayList<>();
    private final List<Performer> performers = new ArrayList<>();
    private final SplittableRandom random;
    private final Measurements measurements;

    Fleet(LoadSettings settings, Surroundings surroundings, Measurements measurements) {
        this.settings = settings;
        this.measurements = measurements;
        this.random = new SplittableRandom(settings.seed());
        this.script = settings.behaviour().at(settings.pace()).script();
        for (int room = 0; room < settings.rooms(); room++) {
            Table table = new Table(room + 1);
            int from = (int) ((long) settings.players() * room / settings.rooms());
            int to = (int) ((long) settings.players() * (room + 1) / settings.rooms());
            for (int number = from; number < to; number++) {
                add(number, table, surroundings);
            }
        }
    }

    private void add(int number, Table table, Surroundings surroundings) {
        Account account = Account.ofBot(settings.accountPrefix() + number, "");
        Player player = new Player(number, account, table, surroundings, random.split());
        players.add(player);
        performers.add(new Performer(player, measurements));
    }

    /** Has every player begin its script somewhere within the first period of each line. */
    void plan(Agenda agenda, long start) {
        for (Performer performer : performers) {
            for (Line line : script) {
                long period = line.period().toNanos();
                long first = start + random.nextLong(period);
                agenda.every(first, period, due -> performer.beat(line, due));
            }
        }
    }

    List<Player> players() {
        return players;
    }

    /** Whether everybody is logged in or has given up. */
    boolean settled() {
        return players.stream()
                .allMatch(player -> player.gaveUp() || player.scene() != Scene.OFFLINE);
    }

    boolean allGaveUp() {
        return players.stream().allMatch(Player::gaveUp);
    }

    /** Whether somebody still waits for an answer. */
    boolean waiting() {
        return players.stream().anyMatch(Player::busy);
    }

    void checkTimeouts() {
        players.forEach(Player::checkTimeout);
    }

    void rest() {
        players.forEach(Player::rest);
    }

    void finish() {
        players.forEach(Player::finish);
    }

    Headcount count() {
        int[] at = new int[Scene.values().length];
        for (Player player : players) {
            at[player.scene().ordinal()]++;
        }
        return new Headcount(
                at[Scene.OFFLINE.ordinal()],
                at[Scene.LOBBY.ordinal()],
                at[Scene.ROOM.ordinal()] + at[Scene.PREPARED.ordinal()],
                at[Scene.GAME.ordinal()]);
    }
}
