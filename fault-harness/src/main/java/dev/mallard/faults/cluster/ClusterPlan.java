package dev.mallard.faults.cluster;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What a cluster is made of. Nothing runs by itself: an instance of the plan is started when the cluster is told to,
 * so plan as many as may be wanted at any time. Gateways know all of them from the beginning, and try again and
 * again to reach those that do not run yet.
 *
 * @param name what logs and folders are called
 * @param logs folder of the logs, one file per instance
 * @param instances how many instances of each service are planned, at least one each
 * @param settings environment variables that all services get
 * @param settingsOf environment variables that the instances of one service get besides, and before those
 * @param throughProxies whether every connection to a gateway, and every link from a gateway to another service, goes
 *     through a proxy that can disturb it
 */
public record ClusterPlan(
        String name,
        Path logs,
        Map<Service, Integer> instances,
        Map<String, String> settings,
        Map<Service, Map<String, String>> settingsOf,
        boolean throughProxies) {

    /** More of one service than a machine has any use for. */
    private static final int MOST = 50;

    public ClusterPlan {
        instances = Map.copyOf(instances);
        settings = Map.copyOf(settings);
        settingsOf = Map.copyOf(settingsOf);
        for (Service service : Service.values()) {
            int count = instances.getOrDefault(service, 0);
            if (count < 1 || count > MOST) {
                throw new IllegalArgumentException(
                        "there have to be 1 to %d instances of %s, not %d"
                                .formatted(MOST, service.label(), count));
            }
        }
    }

    /** One instance of each service, with logs below the folder {@code target/system-tests}. */
    public static ClusterPlan named(String name) {
        Path logs = Path.of("target", "system-tests", name);
        return new ClusterPlan(name, logs, counts(1, 1, 1), Map.of(), Map.of(), false);
    }

    public ClusterPlan of(int gateways, int lobbies, int games) {
        return new ClusterPlan(
                name, logs, counts(gateways, lobbies, games), settings, settingsOf, throughProxies);
    }

    /** Adds environment variables for all services. */
    public ClusterPlan with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return new ClusterPlan(name, logs, instances, all, settingsOf, throughProxies);
    }

    /** Adds environment variables for the instances of one service. */
    public ClusterPlan with(Service service, Map<String, String> more) {
        Map<String, String> ofService = new HashMap<>(settingsOf.getOrDefault(service, Map.of()));
        ofService.putAll(more);
        Map<Service, Map<String, String>> all = new EnumMap<>(Service.class);
        all.putAll(settingsOf);
        all.put(service, Map.copyOf(ofService));
        return new ClusterPlan(name, logs, instances, settings, all, throughProxies);
    }

    public ClusterPlan logsIn(Path folder) {
        return new ClusterPlan(name, folder, instances, settings, settingsOf, throughProxies);
    }

    public ClusterPlan withProxies() {
        return new ClusterPlan(name, logs, instances, settings, settingsOf, true);
    }

    int count(Service service) {
        return instances.getOrDefault(service, 0);
    }

    private static Map<Service, Integer> counts(int gateways, int lobbies, int games) {
        return Map.of(Service.GATEWAY, gateways, Service.LOBBY, lobbies, Service.GAME, games);
    }
}
