package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.bots.client.GameClient;
import dev.mallard.bots.scenario.FourPlayerMatch;
import dev.mallard.bots.scenario.MatchGoal;
import dev.mallard.bots.scenario.MatchResult;
import dev.mallard.bots.scenario.MatchSettings;
import dev.mallard.bots.scenario.Narrator;
import dev.mallard.faults.cluster.Service;
import dev.mallard.protocol.message.S2CGameStartNotification;
import dev.mallard.protocol.message.S2CMonsterMoveNotification;
import dev.mallard.protocol.message.S2CMonsterSpawnRequest;
import dev.mallard.protocol.message.S2CMonsterWaveStartNotification;
import dev.mallard.protocol.message.S2CPlayerPositionUpdateNotification;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

@Timeout(900)
class FourPlayerMatchSystemTest {

    private static final Map<String, String> SHORT_PHASES =
            Map.of(
                    "MALLARD_GAME_RULES_TIMING_DAY", "6s",
                    "MALLARD_GAME_RULES_TIMING_NIGHT", "10s");

    private static final Path CONTENT =
            Path.of("..", "game-service", "src", "main", "resources", "content");

    @TempDir private static Path easyContent;
    private static SuiteProcesses suite;

    @BeforeAll
    static void start() throws Exception {
        makeEasyContent();
        Map<String, String> settings = new HashMap<>(SHORT_PHASES);
        settings.put("MALLARD_GAME_CONTENT", easyContent.toString());
        suite = SuiteProcesses.started("match", settings);
    }

    /** A king whom one coated sword can kill within a night, and an egg in many a box. */
    private static void makeEasyContent() throws IOException {
        try (Stream<Path> files = Files.list(CONTENT)) {
            for (Path file : files.toList()) {
                String text =
                        Files.readString(file)
                                .replace(
                                        "hit-points: 5000, attack: 120, defence: 50",
                                        "hit-points: 150, attack: 120, defence: 5")
                                .replaceAll(
                                        "(name: (?!Fried Egg).*hunger: .*grade: )RARE", "$1COMMON");
                Files.writeString(easyContent.resolve(file.getFileName()), text);
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        suite.close();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void twoMatchesAtOnceComeToTheirEnds() throws Exception {
        ByteArrayOutputStream tale = new ByteArrayOutputStream();
        try (ExecutorService matches = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<MatchResult> first = matches.submit(() -> match("", tale).play());
            Future<MatchResult> second =
                    matches.submit(() -> match("Two", new ByteArrayOutputStream()).play());
            checkMatch(first.get(120, TimeUnit.SECONDS));
            checkMatch(second.get(120, TimeUnit.SECONDS));
            assertThat(first.get().roomId()).isNotEqualTo(second.get().roomId());
        }
        assertThat(tale.toString(StandardCharsets.UTF_8))
                .contains(
                        "Anna creates room",
                        "The game starts",
                        "takes the wooden sword",
                        "Anna eats an apple",
                        "Boris opens box",
                        "Clara picks up a mustard seed",
                        "Night falls",
                        "A wave of 5 monsters comes",
                        "Dora falls",
                        "Dora is back",
                        "The core has 0 hit points left",
                        "Game over",
                        "All four are in the lobby again");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aMatchIsWonWithACoatedSword() throws Exception {
        ByteArrayOutputStream tale = new ByteArrayOutputStream();
        MatchResult result = match("Win", MatchGoal.WIN, tale).play();
        assertThat(result.won()).isTrue();
        assertThat(result.errors()).isZero();
        assertThat(tale.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "picks up a mustard seed",
                        "takes out the honey mustard",
                        "makes the coated sword",
                        "The Mallard King is beaten. Game won",
                        "All four are in the lobby again");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aHostWhoDropsOutInAWaveFindsTheGameAgain() throws Exception {
        try (GameClient guest = Players.newPlayer(suite, "waveguest")) {
            try (GameClient host = Players.newPlayer(suite, "wavehost")) {
                Players.startGame(host, guest);
                host.awaitNotification(S2CMonsterSpawnRequest.class, Duration.ofSeconds(30));
            }
            int wave =
                    guest.awaitNotification(S2CMonsterWaveStartNotification.class, Players.PATIENCE)
                            .getMonstersCount();
            guest.awaitNotification(S2CMonsterMoveNotification.class, Players.PATIENCE);
            try (GameClient host = Players.returningPlayer(suite, "wavehost")) {
                S2CGameStartNotification state =
                        host.awaitNotification(S2CGameStartNotification.class, Players.PATIENCE);
                assertThat(state.getPlayerPositionsCount()).isEqualTo(2);
                assertThat(state.getMonstersCount()).isGreaterThanOrEqualTo(270 + wave);
                host.awaitNotification(S2CPlayerPositionUpdateNotification.class, Players.PATIENCE);
            }
        }
    }

    private static void checkMatch(MatchResult result) {
        assertThat(result.won()).isFalse();
        assertThat(result.waves()).isGreaterThanOrEqualTo(1);
        assertThat(result.monstersBeaten()).isGreaterThanOrEqualTo(5);
        assertThat(result.deaths()).isGreaterThanOrEqualTo(1);
        assertThat(result.revivals()).isGreaterThanOrEqualTo(1);
        assertThat(result.errors()).isZero();
    }

    private static FourPlayerMatch match(String group, ByteArrayOutputStream tale) {
        return match(group, MatchGoal.LOSE, tale);
    }

    private static FourPlayerMatch match(String group, MatchGoal goal, ByteArrayOutputStream tale) {
        MatchSettings settings =
                new MatchSettings(
                        "localhost",
                        suite.portOf(Service.GATEWAY),
                        group,
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(110));
        PrintStream out = new PrintStream(tale, true, StandardCharsets.UTF_8);
        return new FourPlayerMatch(settings, goal, new Narrator(out, System::nanoTime));
    }
}
