package dev.mallard.benchmarks;

import dev.mallard.benchmarks.process.GatewayKind;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was asked for.
 *
 * @param benchmarks names, in their order; all if empty
 * @param settings how to run them
 * @param output directory for the JSON files and the logs
 * @param otherJar the gateway to compare with the one of this project, or null
 * @param otherOptions options of the JVM for that one
 * @param into a document whose results are to be replaced by these, or null
 * @param help whether to explain instead
 */
record CommandLine(
        List<String> benchmarks,
        Settings settings,
        Path output,
        @Nullable Path otherJar,
        List<String> otherOptions,
        @Nullable Path into,
        boolean help) {

    /** Reading it as far as it goes. */
    private static final class Reader {

        private final List<String> names = new ArrayList<>();
        private Settings settings = Settings.DEFAULT;
        private Path output;
        private @Nullable Path otherJar;
        private List<String> otherOptions = List.of();
        private @Nullable Path into;
        private boolean help;

        Reader(Path output) {
            this.output = output;
        }

        void read(String word, Iterator<String> more) {
            switch (word) {
                case "--repetitions" -> settings = settings.withRepetitions(number(word, more));
                case "--seconds" ->
                        settings =
                                settings.withWindow(
                                        Duration.ofMillis(Math.round(decimal(word, more) * 1000)));
                case "--clients" -> settings = settings.withClients(number(word, more));
                case "--gateways" -> settings = settings.withGateways(kinds(value(word, more)));
                case "--loads" -> settings = settings.withLoads(value(word, more));
                case "--other-jar" -> otherJar = Path.of(value(word, more));
                case "--other-options" -> otherOptions = List.of(value(word, more).split(" ", -1));
                case "--output" -> output = Path.of(value(word, more));
                case "--into" -> into = Path.of(value(word, more));
                case "--help", "-h", "help" -> help = true;
                default -> {
                    if (word.startsWith("-")) {
                        throw new IllegalArgumentException("unknown option: " + word);
                    }
                    names.add(word);
                }
            }
        }

        private static int number(String option, Iterator<String> more) {
            return (int) decimal(option, more);
        }

        private static double decimal(String option, Iterator<String> more) {
            String value = value(option, more);
            try {
                return Double.parseDouble(value);
            } catch (NumberFormatException none) {
                throw new IllegalArgumentException(option + " needs a number, not " + value, none);
            }
        }

        private static String value(String option, Iterator<String> more) {
            if (!more.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            return more.next();
        }

        private static List<GatewayKind> kinds(String list) {
            return Stream.of(list.split(",", -1)).map(Reader::kind).toList();
        }

        private static GatewayKind kind(String label) {
            for (GatewayKind kind : GatewayKind.values()) {
                if (kind.label().equals(label)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "--gateways knows "
                            + Stream.of(GatewayKind.values())
                                    .map(GatewayKind::label)
                                    .collect(Collectors.joining(","))
                            + ", not "
                            + label);
        }
    }

    /**
     * @param output the directory for results, unless another one is named
     * @throws IllegalArgumentException with a message for whoever typed it
     */
    static CommandLine parse(Path output, String... words) {
        Reader reader = new Reader(output);
        Iterator<String> iterator = Arrays.asList(words).iterator();
        while (iterator.hasNext()) {
            reader.read(iterator.next(), iterator);
        }
        return new CommandLine(
                reader.names,
                reader.settings,
                reader.output,
                reader.otherJar,
                reader.otherOptions,
                reader.into,
                reader.help);
    }
}
