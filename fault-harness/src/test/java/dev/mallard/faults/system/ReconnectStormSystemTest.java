package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.faults.check.MetricsPage;
import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.ClusterPlan;
import dev.mallard.faults.cluster.Database;
import dev.mallard.faults.cluster.Instance;
import dev.mallard.faults.cluster.Service;
import dev.mallard.protocol.message.S2CPlayerChattingNotification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All clients of a gateway that was killed log in at the other one at once, and every one of these logins costs a hash
 * with the default settings. With {@code -Dmallard.storm.clients=2000} the same with more of them than the build has
 * time for.
 */
@Timeout(1800)
class ReconnectStormSystemTest {

    private static final int CLIENTS = Integer.getInteger("mallard.storm.clients", 60);

    /** More than a client waits between two attempts, and some hashes on a machine that has much to do. */
    private static final Duration SLACK = Duration.ofSeconds(30);

    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    /** Positions come every 200 ms, as far as the machine has time for that even without a storm. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);

    private static final String COUNT = "mallard_gateway_password_hashing_seconds_count";
    private static final String SUM = "mallard_gateway_password_hashing_seconds_sum";

    private final SystemReport report = new SystemReport("reconnect-storm");

    @Test
    void everybodyGetsInAndGamesGoOn() throws Exception {
        try (Database database = Database.started();
                Cluster cluster = cluster(database)) {
            prepareAccounts(cluster, database);
            Instance survivor = cluster.gateway(2);
            try (Storm storm = new Storm(names());
                    Match match = match(cluster, "calm")) {
                CountDownLatch before = storm.rush(cluster.clientPort(1));
                assertThat(before.await(600, TimeUnit.SECONDS)).as("all are logged in").isTrue();
                makeDear(database);
                Duration silenceBefore;
                try (Watch calm = Watch.of(match)) {
                    calm.awaitChats(20);
                    calm.tell(report, "before");
                    silenceBefore = calm.silence();
                }
                double hashes = metric(survivor, COUNT);
                double seconds = metric(survivor, SUM);
                double closed = closedForTime(survivor);

                cluster.gateway(1).kill();
                storm.awaitConnectionsLost();
                long start = System.nanoTime();
                try (Watch watch = Watch.of(match)) {
                    CountDownLatch in = storm.rush(cluster.clientPort(2));
                    assertThat(in.await(1200, TimeUnit.SECONDS)).as("all are in again").isTrue();
                    Duration took = Match.since(start);
                    double mean =
                            (metric(survivor, SUM) - seconds) / (metric(survivor, COUNT) - hashes);
                    tell(storm.attempts(), start, took, mean);
                    watch.tell(report, "while it lasts");
                    report.print();
                    check(storm.attempts(), start, took, mean);
                    checkConnections(storm.attempts(), survivor, closed);
                    assertThat(watch.silence()).isLessThan(LONGEST_SILENCE.plus(silenceBefore));
                }
                match.assertAllHearEachOther("calm again");
            }
            // Whoever played through a long storm has nothing to eat any more, and does not walk.
            try (Match next = match(cluster, "next")) {
                next.assertAllSeeEachOther();
            }
        }
    }

    private void tell(List<Storm.Attempt> attempts, long start, Duration took, double mean) {
        report.line(
                "%d clients are in after %s, one hash takes %.0f ms: %.1f logins a second, at most"
                        + " %.1f",
                CLIENTS, took, mean * 1000, rate(CLIENTS, took), hashRate(mean));
        Map<String, Long> outcomes =
                attempts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Storm.Attempt::outcome,
                                        TreeMap::new,
                                        Collectors.counting()));
        report.line("outcomes: %s", outcomes);
        for (String outcome : List.of(Storm.OK, Storm.BUSY)) {
            List<Duration> times = times(attempts, outcome);
            report.line(
                    "%s after %s in the middle, %s for one in a hundred, %s at most",
                    outcome, quantile(times, 0.5), quantile(times, 0.99), quantile(times, 1));
        }
        List<Duration> logins = successes(attempts, start);
        report.line(
                "a quarter was in after %s, half after %s, three quarters after %s",
                quantile(logins, 0.25), quantile(logins, 0.5), quantile(logins, 0.75));
    }

    private static void check(
            List<Storm.Attempt> attempts, long start, Duration took, double mean) {
        assertThat(attempts)
                .extracting(Storm.Attempt::outcome)
                .as("nothing but success and back-pressure")
                .isSubsetOf(Storm.OK, Storm.BUSY, Storm.CLOSED);
        List<Duration> refusals = times(attempts, Storm.BUSY);
        assertThat(quantile(refusals, 0.5))
                .as("refusals come at once")
                .isLessThan(MAX_WAIT.dividedBy(4));
        assertThat(quantile(refusals, 1)).isLessThan(MAX_WAIT.plusSeconds(3));
        assertThat(quantile(times(attempts, Storm.OK), 1))
                .as("who is let in waits for one turn, not for all others")
                .isLessThan(MAX_WAIT.multipliedBy(3));
        // Twice what the hashes alone take: clients do not know when it is their turn.
        assertThat(took)
                .as("time for all, by the time of a hash")
                .isLessThan(
                        Duration.ofMillis((long) (2000 * CLIENTS / hashRate(mean))).plus(SLACK));
        List<Duration> logins = successes(attempts, start);
        Duration firstHalf = quantile(logins, 0.5);
        assertThat(quantile(logins, 0.9).minus(firstHalf))
                .as("the rate of logins does not sink")
                .isLessThan(firstHalf.multipliedBy(2).plus(SLACK));
    }

    /** Connections that take longer to log in than any may are closed, and no others; their clients come again. */
    private static void checkConnections(
            List<Storm.Attempt> attempts, Instance survivor, double closedBefore)
            throws InterruptedException {
        double closedForTime = closedForTime(survivor) - closedBefore;
        assertThat((double) times(attempts, Storm.CLOSED).size())
                .as("connections that were closed before a login")
                .isEqualTo(closedForTime);
    }

    private static double closedForTime(Instance gateway) throws InterruptedException {
        return MetricsPage.of(gateway)
                .sum("mallard_gateway_disconnects_total", "reason=\"LOGIN_TIMEOUT\"")
                .orElse(0);
    }

    private static double rate(int count, Duration time) {
        return count * 1000.0 / Math.max(1, time.toMillis());
    }

    /** Hashes per second that the threads for them can do, half as many as there are processors. */
    private static double hashRate(double mean) {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2) / mean;
    }

    private static List<Duration> times(List<Storm.Attempt> attempts, String outcome) {
        return attempts.stream()
                .filter(attempt -> attempt.outcome().equals(outcome))
                .map(Storm.Attempt::took)
                .sorted()
                .toList();
    }

    private static List<Duration> successes(List<Storm.Attempt> attempts, long start) {
        return attempts.stream()
                .filter(attempt -> attempt.outcome().equals(Storm.OK))
                .map(attempt -> Duration.ofNanos(attempt.endNanos() - start))
                .sorted()
                .toList();
    }

    private static Duration quantile(List<Duration> sorted, double share) {
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        int index = (int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size()));
        return Duration.ofMillis(sorted.get(index).toMillis());
    }

    private static double metric(Instance gateway, String name) throws InterruptedException {
        String page = gateway.page("/actuator/prometheus").orElse("");
        return new MetricsPage(page).sum(name).orElseThrow();
    }

    private static Cluster cluster(Database database) throws Exception {
        Cluster cluster =
                new Cluster(
                        ClusterPlan.named("reconnect-storm")
                                .of(2, 1, 1)
                                .with(database.settings())
                                // A game must not come to its own end while thousands log in.
                                .with(Service.GAME, Map.of("MALLARD_GAME_RULES_TIMING_DAY", "1h"))
                                .with(
                                        Service.GATEWAY,
                                        Map.of(
                                                "MALLARD_GATEWAY_CLIENT_CONNECTIONS_PERADDRESS",
                                                "25000")));
        // Everybody comes in here first, which is not the matter.
        Players.CHEAP_PASSWORDS.forEach(cluster.gateway(1)::set);
        return cluster.startAll();
    }

    private static List<String> names() {
        return IntStream.rangeClosed(1, CLIENTS).mapToObj(number -> "storm" + number).toList();
    }

    /** Accounts with hashes that cost next to nothing, all of the same password. */
    private static void prepareAccounts(Cluster cluster, Database database) throws Exception {
        MatchPlayer.newAt(cluster.clientPort(1), "cheap").close();
        MatchPlayer.newAt(cluster.clientPort(2), "dear").close();
        long made =
                database.number(
                        """
                        with made as (
                            insert into accounts.account (nickname, nickname_key, email, email_key,
                                password_hash, session_number, created_at, updated_at)
                            select 'storm' || n, 'storm' || n, replace(email, 'cheap', 'storm' || n),
                                replace(email_key, 'cheap', 'storm' || n), password_hash, 0,
                                created_at, updated_at
                            from accounts.account, generate_series(1, %d) n
                            where nickname = 'cheap' returning 1)
                        select count(*) from made\
                        """
                                .formatted(CLIENTS));
        assertThat(made).isEqualTo(CLIENTS);
    }

    /** From now on every login costs what it does by default. */
    private static void makeDear(Database database) throws Exception {
        long changed =
                database.number(
                        """
                        with changed as (
                            update accounts.account set password_hash = (
                                select password_hash from accounts.account where nickname = 'dear')
                            where nickname like 'storm%' returning 1)
                        select count(*) from changed\
                        """);
        assertThat(changed).isEqualTo(CLIENTS);
    }

    private static Match match(Cluster cluster, String names) throws InterruptedException {
        List<MatchPlayer> players =
                List.of(
                        MatchPlayer.newAt(cluster.clientPort(2), names + 0),
                        MatchPlayer.newAt(cluster.clientPort(2), names + 1));
        return Match.started(players);
    }

    /** What the players of a game notice: positions that come late, and words that are heard late. */
    private record Watch(List<GameWatch> games, Probe chat) implements AutoCloseable {

        static Watch of(Match match) {
            AtomicInteger words = new AtomicInteger();
            MatchPlayer speaker = match.host();
            MatchPlayer listener = match.players().getLast();
            String prefix = "at " + System.nanoTime() + ": ";
            Probe chat =
                    Probe.started(
                            "chat",
                            () -> {
                                // The rules let a player say five things in five seconds.
                                Thread.sleep(1000);
                                String said = prefix + words.incrementAndGet();
                                speaker.actions().chat(said);
                                listener.client()
                                        .awaitNotification(
                                                S2CPlayerChattingNotification.class,
                                                heard -> heard.getMessage().equals(said),
                                                Players.PATIENCE);
                            });
            return new Watch(match.watched(), chat);
        }

        void awaitChats(int count) {
            await().atMost(Duration.ofMinutes(2)).until(() -> chat.count(a -> true) >= count);
        }

        Duration silence() {
            return Match.longestSilence(games);
        }

        void tell(SystemReport report, String when) throws InterruptedException {
            chat.stop();
            assertThat(chat.count(attempt -> !attempt.succeeded()))
                    .as("words nobody heard")
                    .isZero();
            List<Duration> delays =
                    chat.between(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2).stream()
                            .map(attempt -> attempt.took().minusSeconds(1))
                            .sorted()
                            .toList();
            report.line(
                    "%s: no positions for %d ms at most, words are heard after %s in the middle,"
                            + " %s at most",
                    when, silence().toMillis(), quantile(delays, 0.5), quantile(delays, 1));
        }

        @Override
        public void close() {
            try {
                chat.stop();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            games.forEach(GameWatch::close);
        }
    }
}
