package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.jayway.jsonpath.JsonPath;

import dev.mallard.bots.client.GameClient;
import dev.mallard.bots.client.PlayerActions;
import dev.mallard.bots.client.ServerErrorException;
import dev.mallard.bots.scenario.FourPlayerMatch;
import dev.mallard.bots.scenario.MatchGoal;
import dev.mallard.bots.scenario.MatchSettings;
import dev.mallard.bots.scenario.Narrator;
import dev.mallard.faults.cluster.Service;
import dev.mallard.protocol.message.S2CPlayerAttackNotification;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That dashboards and rules ask for what a real Prometheus has got from running services while bots played.
 * What each query returned is listed in {@code target/system-tests/monitoring}. Skipped where Prometheus is not
 * installed.
 */
@Timeout(900)
class MonitoringSystemTest {

    private static final Map<String, String> SHORT_PHASES =
            Map.of(
                    "MALLARD_GAME_RULES_TIMING_DAY", "6s",
                    "MALLARD_GAME_RULES_TIMING_NIGHT", "10s");
    private static final Path LISTS = Path.of("target", "system-tests", "monitoring");

    /** What rules ask for that is there only when something is wrong, with TLS, or with Redis. */
    private static final Set<String> OF_FAULTS_IN_RULES =
            Set.of(
                    "ssl_chain_expiry_seconds",
                    "mallard_game_takeover_lease_age_seconds",
                    "mallard_game_takeover_snapshots_age_seconds",
                    "mallard_gateway_logins_total{outcome=~\"INTERNAL_ERROR|SERVER_BUSY|LOBBY_UNAVAILABLE\"}",
                    "mallard_lobby_prepares_seconds_count{outcome!~\"SUCCESS|DISSOLVED|OWNER_GONE\"}");

    private static final Pattern SELECTOR =
            Pattern.compile(
                    "(?<![\\w:\"])((?:mallard|hikaricp|jvm|ssl|up\\b)[\\w:]*(?:\\{[^}]*})?)");

    private static final String REFUSED_LOGIN =
            "rate(mallard_gateway_packets_refused_total{error=\"LOGIN_FAILED\"}[10s]) > 0";
    private static final String WRITE = "mallard.docs.write";

    private static SuiteProcesses suite;
    private static PrometheusProcess prometheus;

    @BeforeAll
    static void watchAMatch() throws Exception {
        Optional<Path> program = PrometheusProcess.program();
        assumeTrue(program.isPresent(), "skipped: prometheus is not installed");
        suite = SuiteProcesses.started("monitoring", SHORT_PHASES);
        prometheus = PrometheusProcess.watching(suite, program.get());
        MatchSettings settings =
                new MatchSettings(
                        "localhost",
                        suite.portOf(Service.GATEWAY),
                        "",
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(240));
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new FourPlayerMatch(settings, MatchGoal.LOSE, new Narrator(nowhere, System::nanoTime))
                .play();
        beClumsy();
        await("Prometheus to see the refused login")
                .atMost(Players.PATIENCE)
                .until(() -> prometheus.series(REFUSED_LOGIN) > 0);
    }

    /** Does what the match does not: a gesture in a waiting room, and a login with a wrong password. */
    private static void beClumsy() throws InterruptedException {
        try (GameClient host = Players.newPlayer(suite, "Host");
                GameClient guest = Players.newPlayer(suite, "Guest")) {
            guest.join(host.createRoom("circus", 2).getRoom().getRoomId());
            new PlayerActions(guest).swing(1, 0);
            host.awaitNotification(S2CPlayerAttackNotification.class, Players.PATIENCE);
        }
        try (GameClient stranger = suite.connect()) {
            assertThatThrownBy(() -> stranger.login(Players.email("Host"), "not-the-password"))
                    .isInstanceOf(ServerErrorException.class);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (prometheus != null) {
            prometheus.close();
        }
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    void everyPanelShowsSomething() throws Exception {
        StringBuilder list = new StringBuilder();
        SoftAssertions panels = new SoftAssertions();
        for (Panel panel : Panel.all()) {
            List<Map<String, String>> series = prometheus.labels(panel.query());
            list.append(
                    "%4d  %-9s %s: %s%n"
                            .formatted(
                                    series.size(),
                                    panel.dashboard(),
                                    panel.title(),
                                    panel.query()));
            panels.assertThat(series).as(panel.toString()).isNotEmpty();
            panels.assertThat(series)
                    .as(panel.toString())
                    .allSatisfy(labels -> assertThat(labels.keySet()).containsAll(panel.labels()));
        }
        write("panels.txt", list);
        panels.assertAll();
    }

    @Test
    void everyRuleAsksForSomethingThatIsThere() throws Exception {
        StringBuilder list = new StringBuilder();
        SoftAssertions rules = new SoftAssertions();
        List<Map<String, Object>> all =
                JsonPath.read(prometheus.rules(), "$.data.groups[*].rules[*]");
        assertThat(all).hasSizeGreaterThan(20);
        for (Map<String, Object> rule : all) {
            String name = String.valueOf(rule.get("name"));
            rules.assertThat(rule.get("health")).as(name).isEqualTo("ok");
            Matcher selectors = SELECTOR.matcher(String.valueOf(rule.get("query")));
            while (selectors.find()) {
                String selector = selectors.group(1);
                int series = prometheus.series(selector);
                list.append("%4d  %s: %s%n".formatted(series, name, selector));
                if (!OF_FAULTS_IN_RULES.contains(selector)) {
                    rules.assertThat(series).as(name + " asks for " + selector).isPositive();
                }
            }
            if ("recording".equals(rule.get("type"))) {
                rules.assertThat(prometheus.series(name)).as(name).isPositive();
            }
        }
        write("rules.txt", list);
        rules.assertAll();
    }

    @Test
    void nothingAlarmsAnybody() throws Exception {
        assertThat(prometheus.labels("ALERTS{alertstate=\"firing\"}")).isEmpty();
    }

    @Test
    void everyMetricIsDocumented() throws Exception {
        Map<String, MetricRow> rows = new TreeMap<>();
        for (Service service : Service.values()) {
            MetricRow.parse(service.label(), prometheus.shownBy(service, suite))
                    .forEach((name, row) -> rows.merge(name, row, MetricRow::and));
        }
        assertThat(rows).hasSizeGreaterThan(40);
        if (Boolean.getBoolean(WRITE)) {
            MetricsDocument.write(rows.values());
        }

        assertThat(rows.values())
                .extracting(MetricRow::line)
                .as(
                        "docs/metrics.md is stale. Write it again, and look at the difference:\n"
                                + "mvn verify -pl fault-harness -am -Dtest=none"
                                + " -Dit.test=MonitoringSystemTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false"
                                + " -Dfailsafe.failIfNoSpecifiedTests=false -D"
                                + WRITE)
                .isSubsetOf(MetricsDocument.lines());
    }

    private static void write(String name, CharSequence list) throws IOException {
        Files.createDirectories(LISTS);
        Files.writeString(LISTS.resolve(name), list);
    }
}
