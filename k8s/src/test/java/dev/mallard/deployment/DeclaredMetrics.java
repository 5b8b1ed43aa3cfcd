package dev.mallard.deployment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The metrics that the sources of the services declare, by the names that Prometheus gets: each is registered
 * here once more, in a registry like theirs.
 */
final class DeclaredMetrics {

    private static final List<String> MODULES =
            List.of("shared-protocol", "gateway-service", "lobby-service", "game-service");

    /** What declares a metric, its name, and the rest of the declaration. */
    private static final Pattern DECLARATION =
            Pattern.compile(
                    "(?<how>\\w+\\.builder|counter|timer|perConstant)\\("
                            + "(?:\\s*EnumSet[^\"]*)?\\s*"
                            + "\"(?<name>mallard\\.[a-z.]+)\"(?<way>\\s*\\+\\s*way)?"
                            + "(?<rest>[^;]*?)(?=\\.register\\(|;)");

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)[ {]");

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private DeclaredMetrics() {}

    static Set<String> names() {
        DeclaredMetrics metrics = new DeclaredMetrics();
        for (String module : MODULES) {
            Path sources = ProjectFiles.ROOT.resolve(module + "/src/main/java");
            for (Path source : ProjectFiles.below(sources)) {
                if (source.toString().endsWith(".java")) {
                    DECLARATION.matcher(Yaml.read(source)).results().forEach(metrics::declare);
                }
            }
        }
        return SAMPLE.matcher(metrics.registry.scrape())
                .results()
                .map(sample -> sample.group(1))
                .collect(Collectors.toSet());
    }

    private void declare(MatchResult declaration) {
        String name = declaration.group("name");
        if (declaration.group("way") == null) {
            declare(declaration, name);
        } else {
            declare(declaration, name + "in");
            declare(declaration, name + "out");
        }
    }

    private void declare(MatchResult declaration, String name) {
        String rest = declaration.group("rest");
        @Nullable String unit = rest.contains("baseUnit(\"bytes\")") ? "bytes" : null;
        switch (declaration.group("how")) {
            case "Counter.builder", "FunctionCounter.builder", "counter", "perConstant" ->
                    Counter.builder(name).baseUnit(unit).register(registry).increment();
            case "Gauge.builder" -> Gauge.builder(name, () -> 1).baseUnit(unit).register(registry);
            case "TimeGauge.builder" ->
                    Gauge.builder(name, () -> 1).baseUnit("seconds").register(registry);
            // The helper of that name has buckets for all its timers.
            case "timer" -> timer(name, true);
            case "Timer.builder" -> timer(name, rest.contains("serviceLevelObjectives"));
            default -> throw new AssertionError(declaration.group());
        }
    }

    private void timer(String name, boolean buckets) {
        Timer.Builder timer = Timer.builder(name);
        if (buckets) {
            timer.serviceLevelObjectives(Duration.ofMillis(1));
        }
        timer.register(registry).record(Duration.ofMillis(1));
    }
}
