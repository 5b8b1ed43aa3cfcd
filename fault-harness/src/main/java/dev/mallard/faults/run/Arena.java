package dev.mallard.faults.run;

import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.ClusterPlan;
import dev.mallard.faults.cluster.Database;
import dev.mallard.faults.cluster.Instance;
import dev.mallard.faults.cluster.Redis;
import dev.mallard.faults.inject.Estate;
import dev.mallard.faults.inject.FakeClock;
import dev.mallard.faults.inject.SmallDisk;
import dev.mallard.faults.script.Fault;
import dev.mallard.faults.script.FaultKind;
import dev.mallard.faults.script.FaultScript;
import dev.mallard.faults.script.TimedFault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prepares everything that a run needs, as far as this machine can, and takes it away again. One thread. */
final class Arena implements AutoCloseable {

    /** Cheap passwords: they are not what this is about. Seats are kept long enough for any fault. */
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "MALLARD_GATEWAY_ACCOUNTS_HASHING_MEMORY", "64KB",
                    "MALLARD_GATEWAY_ACCOUNTS_HASHING_ITERATIONS", "1",
                    "MALLARD_GATEWAY_CLIENT_CONNECTIONS_PERADDRESS", "25000",
                    "MALLARD_GAME_RULES_TIMING_RESUMEGRACE", "20s");

    private static final Set<FaultKind> OF_REDIS =
            EnumSet.of(FaultKind.REDIS_STOP, FaultKind.REDIS_FREEZE);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<String> skipped = new ArrayList<>();
    private final Set<FaultKind> impossible = EnumSet.noneOf(FaultKind.class);
    private final RunSettings settings;
    private final List<TimedFault> script;
    private final Estate estate;

    /** Opens what is needed; nothing of the cluster runs yet. */
    Arena(RunSettings settings) throws IOException, InterruptedException {
        this.settings = settings;
        this.script = FaultScript.of(settings.seed(), settings.script());
        try {
            this.estate = prepare();
        } catch (IOException | InterruptedException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private Estate prepare() throws IOException, InterruptedException {
        Optional<SmallDisk> disk =
                settings.kinds().contains(FaultKind.DISK_FULL)
                        ? SmallDisk.mounted()
                        : Optional.empty();
        disk.ifPresentOrElse(
                open::push,
                () -> leaveOut(FaultKind.DISK_FULL, "this user may not mount a file system"));
        Database database =
                disk.isPresent()
                        ? Database.startedIn(
                                Files.createDirectory(disk.get().folder().resolve("postgres")))
                        : Database.started();
        open.push(database);
        Map<String, String> environment = new HashMap<>(SETTINGS);
        environment.putAll(database.settings());
        Redis redis = settings.redis() ? Redis.started() : null;
        if (redis == null) {
            OF_REDIS.forEach(kind -> leaveOut(kind, "there is no Redis, see --redis"));
        } else {
            open.push(redis);
            environment.putAll(redis.settings());
        }
        Cluster cluster =
                new Cluster(
                        ClusterPlan.named("faults")
                                .of(settings.gateways(), settings.lobbies(), settings.games())
                                .logsIn(settings.folder())
                                .with(environment)
                                .withProxies());
        open.push(cluster);
        return new Estate(cluster, database, redis, disk.orElse(null), clocks(cluster));
    }

    private Map<Instance, FakeClock> clocks(Cluster cluster) throws IOException {
        Map<Instance, FakeClock> clocks = new HashMap<>();
        Optional<Path> library = FakeClock.library();
        if (library.isEmpty()) {
            leaveOut(FaultKind.CLOCK_JUMP, "libfaketime is not installed (package faketime)");
        } else if (settings.kinds().contains(FaultKind.CLOCK_JUMP)) {
            for (Instance instance : jumping(cluster)) {
                clocks.put(
                        instance,
                        FakeClock.of(instance, library.get(), settings.folder().toAbsolutePath()));
            }
        }
        return clocks;
    }

    /** Those whose clock jumps in the script; the others run as usual. */
    private Set<Instance> jumping(Cluster cluster) {
        Set<Instance> jumping = new HashSet<>();
        for (TimedFault timed : script) {
            if (timed.fault() instanceof Fault.ClockJump jump) {
                jumping.add(cluster.instance(jump.at().service(), jump.at().number()));
            }
        }
        return jumping;
    }

    private void leaveOut(FaultKind kind, String reason) {
        if (settings.kinds().contains(kind)) {
            impossible.add(kind);
            skipped.add(kind.label() + ": " + reason);
        }
    }

    Estate estate() {
        return estate;
    }

    /** The faults to come, without those that are not possible on this machine. */
    List<TimedFault> script() {
        return script.stream().filter(timed -> !impossible.contains(timed.fault().kind())).toList();
    }

    /** Which faults are left out, and why. */
    List<String> skipped() {
        return skipped;
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception failure) {
                IOException wrapped = new IOException("cannot take down the cluster", failure);
                first = first == null ? wrapped : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
