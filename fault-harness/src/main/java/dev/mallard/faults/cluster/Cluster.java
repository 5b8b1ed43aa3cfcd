package dev.mallard.faults.cluster;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Collectors;

/**
 * Gateways, lobbies and game services on this machine, each a process of its own with free ports. What uses no
 * database of its own choice shares an embedded one in a temporary folder. Example:
 *
 * <pre>{@code
 * ClusterPlan plan = ClusterPlan.named("growth").of(2, 2, 3).with(database.settings());
 * try (Cluster cluster = new Cluster(plan)) {
 *     cluster.start(cluster.all().stream().filter(i -> i != cluster.game(3)).toList());
 *     ... // play, at cluster.clientPort(1) and cluster.clientPort(2)
 *     cluster.game(3).start();
 *     cluster.gateway(1).kill();
 * }
 * }</pre>
 *
 * Starting and ending instances is for one thread at a time.
 */
public final class Cluster implements AutoCloseable {

    private final Path data = Files.createTempDirectory("mallard-cluster");
    private final Path home = ProjectHome.find();
    private final Management management = new Management();
    private final Map<Service, List<Instance>> instances = new EnumMap<>(Service.class);
    private final ClusterPlan plan;
    private final Path logs;
    private final Queue<Integer> ports;
    private final @Nullable Network network;

    /** Chooses ports and makes folders, and opens the proxies if there are any; nothing else runs yet. */
    public Cluster(ClusterPlan plan) throws IOException {
        this.plan = plan;
        this.logs = Files.createDirectories(plan.logs()).toAbsolutePath();
        this.ports = new ArrayDeque<>(FreePorts.find(portsOf(plan)));
        this.network = plan.throughProxies() ? new Network() : null;
        for (Service service : List.of(Service.LOBBY, Service.GAME, Service.GATEWAY)) {
            List<Instance> ofService = new ArrayList<>();
            for (int number = 1; number <= plan.count(service); number++) {
                ofService.add(planned(service, number));
            }
            instances.put(service, ofService);
        }
        for (Instance gateway : all(Service.GATEWAY)) {
            tellAboutOthers(gateway);
        }
    }

    private static int portsOf(ClusterPlan plan) {
        int gateways = plan.count(Service.GATEWAY);
        int others = plan.count(Service.LOBBY) + plan.count(Service.GAME);
        return 2 * (gateways + others) + gateways * (others + 1);
    }

    private Instance planned(Service service, int number) {
        int port = ports.remove();
        int managementPort = ports.remove();
        Instance instance =
                new Instance(service, number, port, managementPort, logs, home, management);
        plan.settings().forEach(instance::set);
        plan.settingsOf().getOrDefault(service, Map.of()).forEach(instance::set);
        instance.set("MALLARD_DATA_DIR", data.toString());
        instance.set("SERVER_PORT", String.valueOf(managementPort));
        if (service == Service.GATEWAY) {
            instance.set("MALLARD_GATEWAY_CLIENT_PORT", String.valueOf(port));
            instance.set("MALLARD_GATEWAY_UPSTREAM_GATEWAYID", instance.name());
        } else {
            instance.set("MALLARD_LINK_PORT", String.valueOf(port));
            instance.set("MALLARD_LINK_INSTANCEID", instance.name());
        }
        return instance;
    }

    private void tellAboutOthers(Instance gateway) {
        if (network != null) {
            network.addDoor(gateway, ports.remove());
        }
        for (Service service : List.of(Service.LOBBY, Service.GAME)) {
            gateway.set(
                    "MALLARD_GATEWAY_UPSTREAM_GROUPS_%s_INSTANCES".formatted(service.name()),
                    all(service).stream()
                            .map(to -> "localhost:" + portFor(gateway, to))
                            .collect(Collectors.joining(",")));
        }
    }

    private int portFor(Instance gateway, Instance to) {
        return network == null ? to.port() : network.addLink(gateway, to, ports.remove()).port();
    }

    /** A cluster of which everything runs and is ready. */
    public static Cluster started(ClusterPlan plan) throws IOException {
        return new Cluster(plan).startAll();
    }

    /** Starts everything that is planned, and waits until all of it is ready; otherwise closes this. */
    public Cluster startAll() throws IOException {
        try {
            start(all());
            return this;
        } catch (RuntimeException | IOException failure) {
            close();
            throw failure;
        }
    }

    /** Starts some instances at once, and waits until all of them are ready. */
    public void start(Collection<Instance> some) throws IOException {
        for (Instance instance : some) {
            instance.launch();
        }
        some.forEach(Instance::awaitReady);
    }

    /** All planned instances, running or not: lobbies, game services, gateways. */
    public List<Instance> all() {
        return instances.values().stream().flatMap(List::stream).toList();
    }

    /** All planned instances of a service, running or not. */
    public List<Instance> all(Service service) {
        return List.copyOf(instances.getOrDefault(service, List.of()));
    }

    /**
     * @param number from 1
     * @throws IndexOutOfBoundsException if it was not planned
     */
    public Instance instance(Service service, int number) {
        return all(service).get(number - 1);
    }

    public Instance gateway(int number) {
        return instance(Service.GATEWAY, number);
    }

    public Instance lobby(int number) {
        return instance(Service.LOBBY, number);
    }

    public Instance game(int number) {
        return instance(Service.GAME, number);
    }

    /** Where clients reach a gateway; through its proxy, if there is one. */
    public int clientPort(int gateway) {
        Instance instance = gateway(gateway);
        return network == null ? instance.port() : network.door(instance).port();
    }

    /**
     * The proxies between everybody.
     *
     * @throws IllegalStateException if none were planned
     */
    public Network network() {
        if (network == null) {
            throw new IllegalStateException("the cluster was planned without proxies");
        }
        return network;
    }

    /** Kills whatever runs, and deletes the embedded database. */
    @Override
    public void close() throws IOException {
        all().forEach(Instance::destroy);
        if (network != null) {
            network.close();
        }
        management.close();
        FileSystemUtils.deleteRecursively(data);
    }
}
