package dev.mallard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.json.JsonParserFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of limits in the documentation names properties, defaults and tests as they are. */
class OperationsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "operations.md");
    private static final String FIRST_ROW = "| Limit | Property | Default | Metric | Test |";
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /**
     * One row.
     *
     * @param limit what is limited
     */
    record Row(String limit, List<String> properties, String defaults, List<String> tests) {

        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            return new Row(cells[1].trim(), quoted(cells[2]), cells[3].trim(), quoted(cells[5]));
        }

        private static List<String> quoted(String cell) {
            return QUOTED.matcher(cell)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }

        @Override
        public String toString() {
            return limit;
        }
    }

    static Stream<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        int first = 0;
        while (!lines.get(first).startsWith(FIRST_ROW)) {
            first++;
        }
        return lines.stream().skip(first + 2L).takeWhile(line -> line.startsWith("|")).map(Row::of);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isAsItIs(Row row) throws IOException {
        Map<String, String> defaults = defaults();
        assertThat(row.properties()).isNotEmpty();
        String stated =
                row.defaults()
                        .replace(" min", "m")
                        .replace("iB", "B")
                        .replaceAll("(\\d),(\\d)", "$1$2")
                        .replaceAll("(\\d) (\\p{Alpha})", "$1$2");
        List<String> values = List.of(stated.split(", "));
        for (int i = 0; i < row.properties().size(); i++) {
            assertThat(values.get(i)).isEqualTo(defaults.get(row.properties().get(i)));
        }
        assertThat(row.tests()).isNotEmpty().allMatch(OperationsDocumentTest::exists);
    }

    /** The defaults of all properties, by their names below those of the gateway. */
    private static Map<String, String> defaults() throws IOException {
        Map<String, String> defaults = new HashMap<>();
        try (InputStream in =
                Objects.requireNonNull(
                        GatewayApplication.class.getResourceAsStream(
                                "/META-INF/spring-configuration-metadata.json"))) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Object> metadata = JsonParserFactory.getJsonParser().parseMap(json);
            for (Object property : properties(metadata)) {
                Map<?, ?> described = (Map<?, ?>) property;
                String name = String.valueOf(described.get("name"));
                defaults.put(
                        name.replaceFirst("mallard\\.gateway\\.", ""),
                        String.valueOf(described.get("defaultValue")));
            }
        }
        return defaults;
    }

    private static List<?> properties(Map<String, Object> metadata) {
        return (List<?>) Objects.requireNonNull(metadata.get("properties"));
    }

    private static boolean exists(String test) {
        try (Stream<Path> files =
                Stream.of(Path.of("src", "test"), Path.of("..", "shared-protocol", "src", "test"))
                        .flatMap(OperationsDocumentTest::walk)) {
            return files.anyMatch(file -> file.endsWith(test + ".java"));
        }
    }

    private static Stream<Path> walk(Path directory) {
        try {
            return Files.walk(directory);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
