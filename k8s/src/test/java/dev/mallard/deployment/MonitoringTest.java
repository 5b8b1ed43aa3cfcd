package dev.mallard.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** That rules and dashboards ask for metrics that exist, and that every alert is explained and tested. */
class MonitoringTest {

    private static final Path RULES =
            ProjectFiles.MODULE.resolve("components/prometheus/rules.yml");
    private static final Path GRAFANA = ProjectFiles.MODULE.resolve("components/grafana");
    private static final Path RULE_TESTS =
            ProjectFiles.MODULE.resolve("src/test/promtool/rules.test.yml");

    /** Metrics of the JVM, the framework and Prometheus itself. */
    private static final Set<String> OF_OTHERS =
            Set.of(
                    "up",
                    "hikaricp_connections_active",
                    "hikaricp_connections_max",
                    "hikaricp_connections_pending",
                    "hikaricp_connections_timeout_total",
                    "jvm_buffer_memory_used_bytes",
                    "jvm_gc_pause_seconds_sum",
                    "jvm_memory_usage_after_gc",
                    "jvm_memory_used_bytes",
                    "jvm_threads_live_threads",
                    "logback_events_total",
                    "process_cpu_usage",
                    "process_files_open_files",
                    "process_uptime_seconds",
                    "ssl_chain_expiry_seconds");

    static List<Map<String, Object>> rules() {
        return Yaml.maps(Yaml.document(RULES), "groups").stream()
                .flatMap(group -> Yaml.maps(group, "rules").stream())
                .toList();
    }

    static List<Map<String, Object>> alerts() {
        return rules().stream().filter(rule -> rule.containsKey("alert")).toList();
    }

    static List<Path> dashboards() {
        return ProjectFiles.below(GRAFANA.resolve("dashboards"));
    }

    @Test
    void rulesAskForMetricsThatExist() {
        Set<String> known = known();

        assertThat(rules())
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        rule ->
                                assertThat(Queries.metricsOf(String.valueOf(rule.get("expr"))))
                                        .isNotEmpty()
                                        .isSubsetOf(known));
    }

    /** The document is written from running services; this finds what has gone since. */
    @Test
    void documentedMetricsAreDeclared() {
        Set<String> families =
                DeclaredMetrics.names().stream()
                        .map(name -> name.replaceAll("_(bucket|count|sum)$", ""))
                        .collect(Collectors.toSet());
        List<String> documented =
                Pattern.compile("(?m)^\\| `(mallard_\\w+)`")
                        .matcher(Yaml.read(ProjectFiles.ROOT.resolve("docs/metrics.md")))
                        .results()
                        .map(match -> match.group(1))
                        .toList();

        assertThat(documented).hasSizeGreaterThan(40).isSubsetOf(families);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsAskForMetricsThatExist(Path dashboard) {
        Set<String> known = known();
        List<String> queries =
                panels(dashboard)
                        .flatMap(
                                p ->
                                        p
                                                .getAsJsonObject()
                                                .getAsJsonArray("targets")
                                                .asList()
                                                .stream())
                        .map(target -> target.getAsJsonObject().get("expr").getAsString())
                        .toList();

        assertThat(queries)
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        query ->
                                assertThat(Queries.metricsOf(query))
                                        .isNotEmpty()
                                        .isSubsetOf(known));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsUseTheProvisionedDataSource(Path dashboard) {
        Map<String, Object> source =
                Yaml.maps(Yaml.document(GRAFANA.resolve("datasources.yml")), "datasources")
                        .getFirst();

        assertThat(panels(dashboard))
                .allSatisfy(
                        p ->
                                assertThat(
                                                p.getAsJsonObject()
                                                        .getAsJsonObject("datasource")
                                                        .get("uid")
                                                        .getAsString())
                                        .isEqualTo(source.get("uid")));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void alertsSayHowUrgentTheyAre(Map<String, Object> alert) {
        assertThat(Yaml.map(alert, "labels").get("severity")).isIn("critical", "warning");
        assertThat(Yaml.map(alert, "annotations")).containsKey("summary");
    }

    @Test
    void everyAlertHasARunbook() {
        String runbooks = Yaml.read(ProjectFiles.ROOT.resolve("docs/runbooks.md"));
        Set<String> headings =
                Pattern.compile("(?m)^## (\\w+)$")
                        .matcher(runbooks)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet());

        assertThat(headings).isEqualTo(alertNames());
    }

    @Test
    void everyAlertHasATestInWhichItFires() {
        Set<String> fired =
                Yaml.maps(Yaml.document(RULE_TESTS), "tests").stream()
                        .flatMap(test -> Yaml.maps(test, "alert_rule_test").stream())
                        .filter(test -> !Yaml.maps(test, "exp_alerts").isEmpty())
                        .map(test -> String.valueOf(test.get("alertname")))
                        .collect(Collectors.toSet());

        assertThat(fired).isEqualTo(alertNames());
    }

    @Test
    void rulesDoWhatTheirTestsSay() {
        assumeTrue(Kustomize.isInstalled("promtool"), "skipped: promtool is not installed");

        String printed =
                Kustomize.run(
                        List.of("promtool", "test", "rules", RULE_TESTS.toString()),
                        ProjectFiles.MODULE);

        assertThat(printed).contains("SUCCESS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum by (a) (rate(b_total{c=\"d\"}[5m])) > 0 and e offset 10m | b_total,e",
                "histogram_quantile(0.99, sum by (le) (rate(f_bucket[5m]))) | f_bucket",
                "a:b:c / 14 * 24 | a:b:c"
            })
    void findsTheMetricsOfAQuery(String query, String metrics) {
        assertThat(Queries.metricsOf(query)).containsExactlyInAnyOrder(metrics.split(","));
    }

    @Test
    void knowsWhatIsNoMetric() {
        assertThat(DeclaredMetrics.names())
                .contains(
                        "mallard_gateway_sessions",
                        "mallard_gateway_packets_out_total",
                        "mallard_gateway_traffic_in_bytes_total",
                        "mallard_game_tick_lateness_seconds_bucket",
                        "mallard_game_ticks_behind_seconds")
                .doesNotContain(
                        "mallard_gateway_sessions_total",
                        "mallard_gateway_traffic_in_total",
                        "mallard_link_roundtrip_seconds_bucket");
    }

    private static Set<String> alertNames() {
        return alerts().stream()
                .map(alert -> String.valueOf(alert.get("alert")))
                .collect(Collectors.toSet());
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(DeclaredMetrics.names());
        known.addAll(OF_OTHERS);
        rules().stream()
                .filter(rule -> rule.containsKey("record"))
                .forEach(rule -> known.add(String.valueOf(rule.get("record"))));
        return known;
    }

    private static Stream<JsonElement> panels(Path dashboard) {
        return JsonParser.parseString(Yaml.read(dashboard))
                .getAsJsonObject()
                .getAsJsonArray("panels")
                .asList()
                .stream();
    }
}
