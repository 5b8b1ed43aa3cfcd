package dev.mallard.faults.check;

import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.Database;
import dev.mallard.faults.cluster.Instance;
import dev.mallard.faults.cluster.Service;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Checks a cluster that all players have left. Rooms and games end some time after their players, so the checks of those
 * are repeated until they are good, for a bounded time. One thread.
 */
public final class Aftermath {

    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(120);
    private static final long PAUSE_MILLIS = 500;

    /** What must not be in the database, whatever happened, and a query that lists it. */
    private static final Map<String, String> IMPOSSIBLE =
            Map.of(
                    "no user is in two rooms",
                    "select 'user ' || user_id from lobby.room_member group by user_id"
                            + " having count(*) > 1",
                    "every room counts its members right",
                    "select 'room ' || id || ' counts ' || member_count from lobby.room r"
                            + " where member_count <> (select count(*) from lobby.room_member m"
                            + " where m.room_id = r.id)",
                    "no member is in a room that is not there",
                    "select 'user ' || user_id from lobby.room_member m where not exists"
                            + " (select 1 from lobby.room r where r.id = m.room_id)",
                    "no nickname and no e-mail address is taken twice",
                    "select nickname_key from accounts.account group by nickname_key"
                            + " having count(*) > 1");

    private final Cluster cluster;
    private final Database database;

    public Aftermath(Cluster cluster, Database database) {
        this.cluster = cluster;
        this.database = database;
    }

    /** All checks. */
    public List<Finding> check() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("no process has ended by itself", died()));
        IMPOSSIBLE.forEach((promise, query) -> findings.add(new Finding(promise, list(query))));
        findings.addAll(settle());
        findings.add(
                awaited(
                        "every end of a game is recorded",
                        () -> above(Service.GAME, "mallard_game_ends_unrecorded")));
        findings.add(awaited("every instance says that it is well", this::unwell));
        findings.add(
                awaited("every metric is a number, and no count is below 0", this::oddMetrics));
        return findings;
    }

    /** Waits until nothing of the players remains. */
    public List<Finding> settle() throws InterruptedException {
        return List.of(
                awaited("no room remains, playing or not", this::rooms),
                awaited("no game remains", () -> above(Service.GAME, "mallard_game_games")),
                awaited(
                        "no session remains",
                        () -> above(Service.GATEWAY, "mallard_gateway_connections_open")));
    }

    private interface Look {
        List<String> violations() throws InterruptedException;
    }

    private static Finding awaited(String promise, Look look) throws InterruptedException {
        long deadline = System.nanoTime() + SETTLES_WITHIN.toNanos();
        List<String> violations = look.violations();
        while (!violations.isEmpty() && System.nanoTime() - deadline < 0) {
            Thread.sleep(PAUSE_MILLIS);
            violations = look.violations();
        }
        return new Finding(promise, violations);
    }

    private List<String> died() {
        return cluster.all().stream()
                .filter(Instance::diedByItself)
                .map(instance -> instance + ", see " + instance.log())
                .toList();
    }

    private List<String> rooms() {
        return list(
                "select 'room ' || id || ' ' || state || ' of ' || member_count || ' members, game"
                        + " on ' || coalesce(game_instance, 'none') from lobby.room");
    }

    private List<String> list(String query) {
        try {
            return database.column(query);
        } catch (SQLException failure) {
            return List.of("cannot be asked: " + failure.getMessage());
        }
    }

    private List<String> above(Service service, String metric) throws InterruptedException {
        List<String> violations = new ArrayList<>();
        for (Instance instance : running(service)) {
            OptionalDouble value = MetricsPage.of(instance).sum(metric);
            if (value.isEmpty() || value.getAsDouble() != 0) {
                violations.add(instance + " shows " + metric + " " + value);
            }
        }
        return violations;
    }

    private List<String> unwell() throws InterruptedException {
        List<String> violations = new ArrayList<>();
        for (Instance instance : cluster.all()) {
            if (instance.running() && !instance.ready()) {
                violations.add(instance + " is not ready");
            }
        }
        return violations;
    }

    private List<String> oddMetrics() throws InterruptedException {
        List<String> violations = new ArrayList<>();
        for (Instance instance : cluster.all()) {
            if (instance.running()) {
                MetricsPage.of(instance)
                        .oddities()
                        .forEach(odd -> violations.add(instance + ": " + odd));
            }
        }
        return violations;
    }

    private List<Instance> running(Service service) {
        return cluster.all(service).stream().filter(Instance::running).toList();
    }
}
