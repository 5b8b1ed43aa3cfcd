package dev.mallard.benchmarks.report;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The results of one benchmark.
 *
 * @param benchmark its name
 * @param started when it began
 * @param machine where it ran
 * @param settings how it was called
 * @param figures everything that was measured
 */
public record Report(
        String benchmark,
        Instant started,
        Machine machine,
        String settings,
        List<Figures.Entry> figures) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Writes it as JSON. */
    public void write(Path file) {
        MAPPER.writeValue(file, this);
    }
}
