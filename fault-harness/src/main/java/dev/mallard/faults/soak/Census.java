package dev.mallard.faults.soak;

import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.Database;
import dev.mallard.faults.cluster.Instance;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Takes down what processes and tables are like each time that all players have left and nothing of theirs remains, so that
 * the same state is compared with the same. Instances that were started anew meanwhile are listed, and not judged. One
 * thread.
 */
public final class Census {

    /** Tables that are meant to grow: one row for each match, for as long as history is kept. */
    private static final Set<String> HISTORY =
            Set.of("lobby.played_match", "lobby.played_match_player");

    private static final String TABLES =
            "select schemaname || '.' || relname from pg_stat_user_tables"
                    + " where schemaname in ('accounts', 'lobby')"
                    + " and relname <> 'flyway_schema_history' order by 1";

    private record Key(String of, Measure measure) {}

    private final Cluster cluster;
    private final Database database;
    private final Map<Key, List<Growth.Point>> points = new LinkedHashMap<>();
    private final Map<String, Long> firstPids = new LinkedHashMap<>();
    private final Map<String, Boolean> lasting = new LinkedHashMap<>();

    public Census(Cluster cluster, Database database) {
        this.cluster = cluster;
        this.database = database;
    }

    /**
     * Looks at everything.
     *
     * @param second what time it is for the report
     */
    public void take(double second) throws IOException, InterruptedException {
        for (Instance instance : cluster.all()) {
            if (instance.running()) {
                look(instance, second);
            }
        }
        lookAtTables(second);
    }

    private void look(Instance instance, double second) throws IOException, InterruptedException {
        String name = instance.name();
        long pid = instance.processHandle().pid();
        long firstPid = firstPids.computeIfAbsent(name, unknown -> pid);
        lasting.merge(name, firstPid == pid, Boolean::logicalAnd);
        OptionalLong heap = LiveHeap.kib(pid);
        heap.ifPresent(kib -> add(name, Measure.LIVE_HEAP, second, kib));
        instance.usage()
                .ifPresent(
                        usage -> {
                            add(name, Measure.RESIDENT, second, usage.residentKib());
                            add(name, Measure.THREADS, second, usage.threads());
                            add(name, Measure.FILES, second, usage.openFiles());
                        });
    }

    private void lookAtTables(double second) throws IOException {
        try {
            database.execute("vacuum");
            for (String table : database.column(TABLES)) {
                lasting.put(table, !HISTORY.contains(table));
                add(table, Measure.ROWS, second, database.number("select count(*) from " + table));
                add(
                        table,
                        Measure.TABLE_SIZE,
                        second,
                        database.number("select pg_total_relation_size('" + table + "')"));
            }
        } catch (SQLException failure) {
            throw new IOException("the tables cannot be looked at", failure);
        }
    }

    private void add(String of, Measure measure, double second, double value) {
        points.computeIfAbsent(new Key(of, measure), key -> new ArrayList<>())
                .add(new Growth.Point(second, value));
    }

    /** How everything went so far. */
    public List<Growth> growths() {
        List<Growth> growths = new ArrayList<>();
        points.forEach(
                (key, values) ->
                        growths.add(
                                new Growth(
                                        key.of(),
                                        key.measure(),
                                        lasting.getOrDefault(key.of(), false),
                                        values)));
        return growths;
    }
}
