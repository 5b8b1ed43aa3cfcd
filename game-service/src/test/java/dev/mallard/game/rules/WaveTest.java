package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.support.TestSettings;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.MonsterRef;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class WaveTest {

    private final Match match = Match.started();
    private List<MonsterRef> announced = List.of();

    @BeforeEach
    void nightfall() {
        match.passSeconds(180);
        announced = match.out.only(GameEvent.WaveAnnounced.class).monsters();
        match.out.clear();
    }

    private void answer(int player, List<MonsterPosition> places) {
        match.act(player, new PlayerAction.SpawnWave(places));
    }

    private List<MonsterPosition> places() {
        return announced.stream().map(ref -> place(ref.monsterId(), 20, 0)).toList();
    }

    private static MonsterPosition place(int id, float x, float y) {
        return new MonsterPosition(id, 208, x, y);
    }

    @Test
    void theFirstWaveHasFiveWeakMonsters() {
        assertThat(announced)
                .extracting(MonsterRef::monsterId)
                .containsExactly(272, 273, 274, 275, 276);
        assertThat(announced).extracting(MonsterRef::monsterCode).isSubsetOf(201, 202);
        assertThat(match.game.monsters().size()).isEqualTo(270);
    }

    @Test
    void theHostPlacesTheMonstersTheServerChose() {
        answer(Match.HOST, places());

        GameEvent.WaveStarted started = match.out.only(GameEvent.WaveStarted.class);
        assertThat(started.monsters())
                .isEqualTo(
                        announced.stream()
                                .map(
                                        r ->
                                                new MonsterPosition(
                                                        r.monsterId(), r.monsterCode(), 20, 0))
                                .toList());
        var monster = match.monster(272);
        assertThat(monster.wave()).isTrue();
        assertThat(monster.homeX()).isZero();
        assertThat(monster.hitPoints()).isEqualTo(monster.kind().hitPoints());
        match.passSeconds(11);
        assertThat(match.out.of(GameEvent.WaveStarted.class)).hasSize(1);
    }

    @Test
    void eachMonsterSpawnsOnce() {
        answer(Match.HOST, List.of(place(272, 20, 0), place(272, 5, 5)));
        answer(Match.HOST, List.of(place(272, 6, 6)));
        assertThat(match.out.only(GameEvent.WaveStarted.class).monsters()).hasSize(1);
        assertThat(match.monster(272).x()).isEqualTo(20);
        assertThat(match.out.drops).hasSize(2).containsOnly(DropReason.NOT_REQUESTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 271, 277, 0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void othersAreNotSpawned(int id) {
        answer(Match.HOST, List.of(place(id, 20, 0)));
        assertThat(match.out.sent).isEmpty();
        assertThat(match.out.drops).containsExactly(DropReason.NOT_REQUESTED);
        assertThat(match.game.monsters().size()).isEqualTo(270);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -201})
    void badPlacesAreDroppedAndMayBeRepeated(float bad) {
        answer(Match.HOST, List.of(place(272, bad, 0), place(273, 0, bad), place(274, 0, 20)));
        assertThat(match.out.only(GameEvent.WaveStarted.class).monsters()).hasSize(1);
        assertThat(match.out.drops).hasSize(2).containsOnly(DropReason.INVALID_COORDINATE);
        answer(Match.HOST, List.of(place(272, 0, 20)));
        assertThat(match.out.of(GameEvent.WaveStarted.class)).hasSize(2);
    }

    @Test
    void onlyTheHostAnswersAndOnlyWhenAsked() {
        answer(Match.GUEST, places());
        assertThat(match.out.drops).containsExactly(DropReason.NOT_ENTITLED);
        answer(Match.HOST, places());
        answer(Match.HOST, places());
        assertThat(match.out.drops)
                .containsExactly(DropReason.NOT_ENTITLED, DropReason.NOT_REQUESTED);
        assertThat(match.game.monsters().size()).isEqualTo(275);
    }

    @Test
    void aFloodOfEntriesIsCutOff() {
        List<MonsterPosition> flood = new ArrayList<>(places());
        for (int entry = 0; entry < 10_000; entry++) {
            flood.add(place(272, 0, 0));
        }
        answer(Match.HOST, flood);
        assertThat(match.game.monsters().size()).isEqualTo(275);
        assertThat(match.out.drops).containsExactly(DropReason.TOO_MANY_ENTRIES);
    }

    @Test
    void whatTheHostLeavesOutIsPlacedAfterTenSeconds() {
        answer(Match.HOST, List.of(place(272, 20, 0)));
        match.out.clear();
        match.passSeconds(9.8);
        assertThat(match.out.of(GameEvent.WaveStarted.class)).isEmpty();
        match.passSeconds(0.2);

        List<MonsterPosition> placed = match.out.only(GameEvent.WaveStarted.class).monsters();
        assertThat(placed)
                .extracting(MonsterPosition::monsterId)
                .containsExactly(273, 274, 275, 276);
        for (MonsterPosition place : placed) {
            assertThat(Math.hypot(place.x(), place.y())).isBetween(17.99, 22.01);
        }
        match.out.clear();
        answer(Match.HOST, places());
        assertThat(match.out.drops).containsExactly(DropReason.NOT_REQUESTED);
    }

    @Test
    void aHostWhoIsAwayIsNotAsked() {
        Match other = Match.started();
        other.rules.away(other.game, Match.HOST, other.out);
        other.rules.away(other.game, Match.GUEST, other.out);
        other.rules.resumed(other.game, Match.GUEST, other.out);
        for (int second = 0; second < 180; second++) {
            other.passSeconds(1);
            other.host().away(other.clock.elapsedMillis()); // the grace period never ends
        }
        assertThat(other.out.of(GameEvent.WaveAnnounced.class)).isEmpty();
        assertThat(other.out.only(GameEvent.WaveStarted.class).monsters()).hasSize(5);
    }

    @Test
    void aHostWhoLeavesBeforeAnsweringIsNotWaitedFor() {
        match.rules.away(match.game, Match.HOST, match.out);
        assertThat(match.out.only(GameEvent.WaveStarted.class).monsters()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 5, 202",
        "2, 7, 204",
        "3, 9, 207",
        "10, 23, 207",
        "48, 99, 207",
        "49, 100, 207",
        "5000, 100, 207"
    })
    void wavesGrow(int number, int size, int highestCode) {
        Match other = Match.started();
        MonsterSpawn spawn = spawn(TestSettings.defaults());
        for (int wave = 1; wave < number; wave++) {
            other.game.nextWave();
        }
        spawn.announce(other.game, other.out);
        List<MonsterRef> refs = other.out.only(GameEvent.WaveAnnounced.class).monsters();
        assertThat(refs).hasSize(size);
        assertThat(refs)
                .extracting(MonsterRef::monsterCode)
                .allMatch(code -> code >= 201 && code <= highestCode);
    }

    @Test
    void wavesAreShortenedToWhatMayLive() {
        GameSettings.Limits limits = new GameSettings.Limits(100, 273, 200, 1000, 9999, 200);
        Match other =
                Match.started(TestSettings.with(Match.withMode(MonsterSimulation.HOST), limits));
        other.passSeconds(191);
        assertThat(other.out.only(GameEvent.WaveAnnounced.class).monsters()).hasSize(3);
        other.out.clear();
        other.passSeconds(240);
        assertThat(other.game.waveNumber()).isEqualTo(2);
        assertThat(other.out.of(GameEvent.WaveAnnounced.class)).isEmpty();
    }

    @Test
    void aShortNightDoesNotLoseTheOldWave() {
        GameSettings.Timing timing =
                new GameSettings.Timing(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(10),
                        Duration.ofMillis(50));
        Match other = Match.started(TestSettings.with(TestSettings.defaults(), timing));
        other.passSeconds(3);
        assertThat(other.game.monsters().size()).isEqualTo(275);
        assertThat(other.out.of(GameEvent.WaveAnnounced.class)).hasSize(2);
    }

    private static MonsterSpawn spawn(GameSettings settings) {
        return new MonsterSpawn(
                Match.CONTENT,
                settings,
                new Bounds(200),
                new MonsterControl(settings.simulation().mode()));
    }
}
