package dev.mallard.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.PacketType;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The document about the packets names every handler, and nothing that does not exist. */
class GamePacketsDocumentTest {

    private static final Pattern ROW =
            Pattern.compile("\\| (\\d{4}) \\| (\\w+) \\| `(\\w+)` \\| `(\\w+)` \\|.*");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    private final String document = read(Path.of("..", "docs", "game-packets.md"));
    private final Map<String, String> sources = sources();

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(
                            Collectors.toMap(
                                    file -> file.getFileName().toString().replace(".java", ""),
                                    GamePacketsDocumentTest::read,
                                    (one, other) -> one + other));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<MatchResult> rows() {
        return document.lines()
                .map(ROW::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.toMatchResult())
                .toList();
    }

    @Test
    void listsEveryHandlerWithItsPacketAndRule() {
        Map<String, MatchResult> byHandler =
                rows().stream().collect(Collectors.toMap(row -> row.group(3), Function.identity()));
        assertThat(byHandler.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        sources.keySet().stream()
                                .filter(name -> name.endsWith("Handler"))
                                .toList());
        byHandler.forEach(
                (handler, row) -> {
                    PacketType type = PacketType.valueOf(row.group(2));
                    assertThat(type.id()).isEqualTo(Integer.parseInt(row.group(1)));
                    assertThat(sources.get(handler)).contains("return PacketType." + type + ";");
                    assertThat(sources.get(row.group(4)))
                            .as(row.group(4))
                            .contains("package dev.mallard.game.rules;");
                });
    }

    @Test
    void namesTestsThatExist() {
        List<MatchResult> tests = TEST.matcher(document).results().toList();
        assertThat(tests).hasSizeGreaterThan(60);
        for (MatchResult test : tests) {
            assertThat(sources).containsKey(test.group(1));
            if (test.group(2) != null) {
                assertThat(sources.get(test.group(1)))
                        .as(test.group())
                        .contains("void " + test.group(2) + "(");
            }
        }
    }
}
