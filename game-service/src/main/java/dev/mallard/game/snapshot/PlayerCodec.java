package dev.mallard.game.snapshot;

import dev.mallard.game.content.Armour;
import dev.mallard.game.content.GameContent;
import dev.mallard.game.content.Weapon;
import dev.mallard.game.world.Equipment;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RecentTimes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes and reads the seats in join order. */
final class PlayerCodec {

    private static final int MOST_SEATS = 8;

    private final GameContent content;
    private final ItemCodec items;

    PlayerCodec(GameContent content, ItemCodec items) {
        this.content = content;
        this.items = items;
    }

    void write(List<Player> players, SnapshotOutput out) {
        out.number(players.size());
        for (Player player : players) {
            write(player, out);
        }
    }

    List<Player> read(SnapshotInput in) throws IOException {
        int size = in.number(1, MOST_SEATS);
        List<Player> players = new ArrayList<>(size);
        Set<Integer> ids = new HashSet<>();
        int nextSeat = 0;
        while (players.size() < size) {
            Player player = readPlayer(nextSeat, in);
            if (!ids.add(player.id())) {
                throw new SnapshotException("player " + player.id() + " has two seats");
            }
            nextSeat = player.seat() + 1;
            players.add(player);
        }
        return players;
    }

    private void write(Player player, SnapshotOutput out) {
        out.number(player.id());
        out.text(player.member().nickname());
        out.number(player.seat());
        Player.Saved saved = player.saved();
        items.write(saved.inventory(), out);
        out.limit(saved.swings());
        out.limit(saved.hits());
        out.limit(saved.objectHits());
        writeTimes(saved.chats().times(), out);
        out.number(saved.hunger());
        out.number(saved.hungerElapsed());
        out.since(saved.hungerAt());
        out.number(player.hitPoints());
        out.point(player.x(), player.y());
        out.real(player.allowance());
        out.since(player.allowanceAt());
        writeEquipment(player.equipment().codes(), out);
    }

    private Player readPlayer(int nextSeat, SnapshotInput in) throws IOException {
        Member member = new Member(in.number(), in.text());
        int seat = in.number(nextSeat, MOST_SEATS - 1);
        Player.Saved saved =
                new Player.Saved(
                        items.read(in),
                        in.limit(),
                        in.limit(),
                        in.limit(),
                        readTimes(in),
                        Math.min(in.number(), content.player().hunger()),
                        in.longNumber(),
                        in.since());
        Player player = new Player(member, seat, content.player(), saved);
        in.hitPoints(player, 0);
        player.moveTo(in.coordinate(), in.coordinate());
        player.allowance(in.real(), in.since());
        readEquipment(player.equipment(), in);
        return player;
    }

    private static void writeTimes(Collection<Long> times, SnapshotOutput out) {
        out.number(times.size());
        for (long time : times) {
            out.since(time);
        }
    }

    private static RecentTimes readTimes(SnapshotInput in) throws IOException {
        List<Long> times = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            times.add(in.since());
        }
        return new RecentTimes(times);
    }

    private static void writeEquipment(List<Integer> codes, SnapshotOutput out) {
        out.number(codes.size());
        for (int code : codes) {
            out.number(code);
        }
    }

    private void readEquipment(Equipment equipment, SnapshotInput in) throws IOException {
        for (int left = in.number(); left > 0; left--) {
            int code = in.number();
            Weapon weapon = content.weapon(code);
            Armour part = content.armour(code);
            if (weapon != null) {
                equipment.weapon(weapon);
            } else if (part != null) {
                equipment.wear(part);
            } else {
                throw new SnapshotException("there is nothing to wear " + code);
            }
        }
    }
}
