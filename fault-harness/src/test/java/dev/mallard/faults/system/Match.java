package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;

import dev.mallard.bots.client.GameClient;
import dev.mallard.bots.client.HostActions;
import dev.mallard.protocol.message.C2SGameStartRequest;
import dev.mallard.protocol.message.MonsterData;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.ObjectPositionData;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.S2CGamePrepareResponse;
import dev.mallard.protocol.message.S2CPlayerChattingNotification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A match of some players, each at a gateway of its own choice; the first one is the host. Near the start stand a
 * monster that can be hit and two tufts of grass, and near the core enough monsters to destroy it. One thread.
 */
final class Match implements AutoCloseable {

    /** A monster that is weak, and within a sword's reach of the first players. */
    static final int PREY = 1;

    static final int SWORD = 101;
    static final int APPLE = 1;

    private static final int GRASS_CODE = 5;
    private static final float PREY_X = 12;
    private static final float PREY_Y = 4;
    private static final float GRASS_X = 9;
    private static final float GRASS_Y = 8;
    private static final int TUFTS = 2;
    private static final float FAR_AWAY = 150;
    private static final int CORE = 1;
    private static final int BOSS_CODE = 208;
    private static final int BESIEGERS = 12;
    private static final double SIEGE_RADIUS = 6;
    private static final Duration HIT_INTERVAL = Duration.ofMillis(350);

    private final List<MatchPlayer> players;
    private final RoomData room;
    private final List<Integer> besiegers = new ArrayList<>();
    private final List<Integer> tufts = new ArrayList<>();

    private Match(List<MatchPlayer> players, RoomData room) {
        this.players = new ArrayList<>(players);
        this.room = room;
    }

    /** A room whose members have joined, not yet prepared. */
    static Match gathered(List<MatchPlayer> players) throws InterruptedException {
        RoomData room = players.getFirst().client().createRoom("pond", players.size()).getRoom();
        for (MatchPlayer guest : players.subList(1, players.size())) {
            room = guest.client().join(room.getRoomId()).getRoom();
        }
        return new Match(players, room);
    }

    /** A game that runs, as everybody has seen. */
    static Match started(List<MatchPlayer> players) throws InterruptedException {
        Match match = gathered(players);
        match.start();
        return match;
    }

    void start() throws InterruptedException {
        GameClient host = host().client();
        List<Integer> before = starts();
        C2SGameStartRequest places = places(host.prepare());
        Message started = host.start(places);
        // The answer to a request is no notification.
        host().view().apply(started);
        List<Integer> after = before.stream().map(count -> count + 1).toList();
        await("the start of the game").atMost(Players.PATIENCE).until(() -> starts().equals(after));
    }

    private List<Integer> starts() {
        return players.stream().map(player -> player.view().starts()).toList();
    }

    private C2SGameStartRequest places(S2CGamePrepareResponse prepared) {
        C2SGameStartRequest.Builder places = C2SGameStartRequest.newBuilder();
        List<MonsterData> monsters = prepared.getMonstersList();
        // The strongest come last, but for the king, whom nobody should meet.
        List<MonsterData> strong =
                monsters.stream().filter(monster -> monster.getMonsterCode() != BOSS_CODE).toList();
        strong.subList(strong.size() - BESIEGERS, strong.size())
                .forEach(monster -> besiegers.add(monster.getMonsterId()));
        for (MonsterData monster : monsters) {
            int siege = besiegers.indexOf(monster.getMonsterId());
            double angle = Math.PI + Math.PI / 2 * siege / BESIEGERS;
            MonsterPositionData.Builder place =
                    places.addMonstersBuilder()
                            .setMonsterId(monster.getMonsterId())
                            .setMonsterCode(monster.getMonsterCode());
            if (monster.getMonsterId() == PREY) {
                place.setX(PREY_X).setY(PREY_Y);
            } else if (siege >= 0) {
                place.setX((float) (SIEGE_RADIUS * Math.cos(angle)))
                        .setY((float) (SIEGE_RADIUS * Math.sin(angle)));
            } else {
                place.setX(FAR_AWAY);
            }
        }
        for (ObjectPositionData object : prepared.getObjectsPositionDataList()) {
            boolean near =
                    tufts.size() < TUFTS && object.getObjectData().getObjectCode() == GRASS_CODE;
            if (near) {
                tufts.add(object.getObjectData().getObjectId());
            }
            places.addObjects(
                    object.toBuilder()
                            .clearItemData()
                            .setX(near ? GRASS_X : FAR_AWAY)
                            .setY(near ? GRASS_Y : 0));
        }
        return places.build();
    }

    MatchPlayer host() {
        return players.getFirst();
    }

    List<MatchPlayer> players() {
        return List.copyOf(players);
    }

    int roomId() {
        return room.getRoomId();
    }

    RoomData room() {
        return room;
    }

    /** The tufts of grass near the start, in reach of everybody there. */
    List<Integer> tufts() {
        return List.copyOf(tufts);
    }

    /** From now on a player plays with another connection. */
    void replace(MatchPlayer old, MatchPlayer back) {
        players.set(players.indexOf(old), back);
    }

    /** What each of them says, all of them hear. */
    void assertAllHearEachOther(String words) throws InterruptedException {
        for (MatchPlayer speaker : players) {
            String text = words + " from " + speaker.userId();
            speaker.actions().chat(text);
            for (MatchPlayer listener : players) {
                listener.client()
                        .awaitNotification(
                                S2CPlayerChattingNotification.class,
                                chat ->
                                        chat.getMessage().equals(text)
                                                && chat.getPlayerId() == speaker.userId(),
                                Players.PATIENCE);
            }
        }
    }

    /** Where each of them goes, all of them see; everybody is near the start afterwards. */
    void assertAllSeeEachOther() {
        for (MatchPlayer walker : players) {
            float x = 3.25f + players.indexOf(walker) * 3;
            walker.actions().moveTo(x, x);
            await(walker + " to be seen")
                    .atMost(Players.PATIENCE)
                    .until(
                            () ->
                                    players.stream()
                                            .allMatch(
                                                    p ->
                                                            (x + "," + x)
                                                                    .equals(
                                                                            p.view()
                                                                                    .state()
                                                                                    .players()
                                                                                    .get(
                                                                                            walker
                                                                                                    .userId()))));
        }
    }

    /** Two players leave something of everything that one who comes back has to be told. */
    void leaveTraces(MatchPlayer one, MatchPlayer other) {
        assertAllSeeEachOther();
        GameView view = host().view();
        one.actions().useItem(APPLE);
        one.actions().useItem(SWORD);
        other.actions().useItem(SWORD);
        await("swords and the apple")
                .atMost(Players.PATIENCE)
                .until(() -> view.state().worn().size() == 2 && view.bagOf(one.userId()).isEmpty());
        other.actions().hitMonster(PREY, 1, 0);
        one.actions().hitObject(tufts.getFirst());
        await("marks of the hits, and a monster that is awake")
                .atMost(Players.PATIENCE)
                .until(
                        () ->
                                view.state().monsterHitPoints().containsKey(PREY)
                                        && !view.state().objectHitPoints().isEmpty()
                                        && !view.state().targets().isEmpty());
    }

    /** The host's monsters destroy the core; everybody sees the end, and is in the lobby again. */
    void assertEndsForAll() throws InterruptedException {
        HostActions monsters = new HostActions(host().client());
        await("the end of the game")
                .atMost(Players.PATIENCE.multipliedBy(3))
                .pollInterval(HIT_INTERVAL)
                .until(
                        () -> {
                            if (!host().view().over()) {
                                besiegers.forEach(monster -> monsters.hitObject(monster, CORE));
                            }
                            return players.stream().allMatch(player -> player.view().over());
                        });
        for (MatchPlayer player : players) {
            assertThat(player.client().listRooms().getRoomsList())
                    .extracting(RoomData::getRoomId)
                    .doesNotContain(roomId());
            assertThat(player.view().errors()).as("errors of %s", player).isEmpty();
        }
    }

    List<GameWatch> watched() {
        return players.stream().map(player -> new GameWatch(player.client())).toList();
    }

    /** The longest time without news of the positions that any of them has seen. */
    static Duration longestSilence(List<GameWatch> watches) {
        return watches.stream()
                .map(GameWatch::longestSilence)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    static Duration since(long nanos) {
        return Duration.ofMillis((System.nanoTime() - nanos) / 1_000_000);
    }

    @Override
    public void close() {
        players.forEach(MatchPlayer::close);
    }
}
