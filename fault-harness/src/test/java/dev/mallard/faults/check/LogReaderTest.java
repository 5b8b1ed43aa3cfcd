package dev.mallard.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class LogReaderTest {

    private static final String LOG =
            """
            2026-01-02T03:04:05.006Z  INFO 4711 --- [mallard-game] [           main] d.m.game.GameApplication : Started
            2026-01-02T03:04:05.006Z  WARN 4711 --- [mallard-game] [       lobby-57] d.m.game.Link : Link 7 is not up
            2026-01-02T03:04:06.006Z  WARN 4711 --- [mallard-game] [       lobby-57] d.m.game.Link : Link 12 is not up
            2026-01-02T03:04:07.006Z ERROR 4711 --- [mallard-game] [         loop-1] d.m.game.Loop : Game 3 broke

            java.lang.IllegalStateException: no monster 5
            \tat dev.mallard.game.World.find(World.java:12) ~[classes/:na]
            \tat dev.mallard.game.World.hit(World.java:34)
            Caused by: java.io.IOException: Broken pipe
            \tat java.base/sun.nio.ch.SocketDispatcher.write0(Native Method)
            \t... 12 common frames omitted
            2026-01-02T03:04:08.006Z  INFO 4711 --- [mallard-game] [           main] d.m.game.GameApplication : at home (almost)
            """;

    @TempDir private Path folder;

    @Test
    void countsWhatSaysTheSame() throws IOException {
        LogSummary log = LogReader.read("game-1", Files.writeString(folder.resolve("log"), LOG));
        assertThat(log.errors()).containsOnlyKeys("d.m.game.Loop: Game # broke");
        assertThat(log.warnings()).containsEntry("d.m.game.Link: Link # is not up", 2).hasSize(1);
        assertThat(log.traces())
                .containsOnlyKeys(
                        "java.lang.IllegalStateException: no monster #",
                        "Caused by: java.io.IOException: Broken pipe");
    }

    @Test
    void whatNeverRanHasWrittenNothing() {
        LogSummary log = LogReader.read("game-2", folder.resolve("nothing"));
        assertThat(log.errors()).isEmpty();
        assertThat(ExpectedLogs.check(List.of(log)).good()).isTrue();
    }

    @Test
    void aConnectionOfThePoolThatBreaksIsExpected() {
        LogSummary log =
                new LogSummary(
                        "lobby-1",
                        Map.of(),
                        Map.of(),
                        Map.of(
                                "org.postgresql.util.PSQLException: An I/O error occurred while"
                                        + " sending to the backend.",
                                1,
                                "Caused by: java.net.SocketException: Broken pipe",
                                1));
        assertThat(ExpectedLogs.check(List.of(log)).good()).isTrue();
    }

    @Test
    void errorsAndTracesAreFindings() throws IOException {
        LogSummary log = LogReader.read("game-1", Files.writeString(folder.resolve("log"), LOG));
        assertThat(ExpectedLogs.check(List.of(log)).violations())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("game-1", "1 times", "broke"));
    }
}
