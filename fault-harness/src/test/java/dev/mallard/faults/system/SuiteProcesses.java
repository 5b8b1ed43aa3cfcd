package dev.mallard.faults.system;

import dev.mallard.bots.client.GameClient;
import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.ClusterPlan;
import dev.mallard.faults.cluster.Instance;
import dev.mallard.faults.cluster.Service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A cluster with one instance of each service, for tests that need no more. One thread. */
final class SuiteProcesses implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final Cluster cluster;

    /**
     * Chooses ports and folders; nothing runs yet.
     *
     * @param name folder of the logs under {@code target/system-tests}
     * @param settings environment variables that all services get
     */
    SuiteProcesses(String name, Map<String, String> settings) throws IOException {
        this(new Cluster(ClusterPlan.named(name).with(settings)));
    }

    private SuiteProcesses(Cluster cluster) {
        this.cluster = cluster;
    }

    /** All three services, ready. */
    static SuiteProcesses started(String name, Map<String, String> settings) throws IOException {
        return new SuiteProcesses(Cluster.started(ClusterPlan.named(name).with(settings)));
    }

    /** Where clients connect to the gateway, or gateways to another service. */
    int portOf(Service service) {
        return the(service).port();
    }

    /** Where a service answers about its health and metrics. */
    int managementPortOf(Service service) {
        return the(service).managementPort();
    }

    GameClient connect() {
        return GameClient.connect("localhost", portOf(Service.GATEWAY), ANSWER_WITHIN);
    }

    /** Starts a service without waiting for it. */
    void launch(Service service) throws IOException {
        the(service).launch();
    }

    void awaitReady(Service service) {
        the(service).awaitReady();
    }

    /** Waits until a service listens on the port that {@link #portOf} tells. */
    void awaitPort(Service service) {
        the(service).awaitPort();
    }

    void start(Service service) throws IOException {
        the(service).start();
    }

    /** Ends a service without giving it time for anything. */
    void kill(Service service) throws InterruptedException {
        the(service).kill();
    }

    /** Asks a service to end, and waits until it has. */
    void stop(Service service) throws InterruptedException {
        the(service).stop();
    }

    /** The running process of a service. */
    ProcessHandle processOf(Service service) {
        return the(service).processHandle();
    }

    Path logOf(Service service) {
        return the(service).log();
    }

    /** The HTTP status of a page of a service's management port, 0 if there is no answer. */
    int status(Service service, String path) throws InterruptedException {
        return the(service).status(path);
    }

    private Instance the(Service service) {
        return cluster.instance(service, 1);
    }

    @Override
    public void close() throws IOException {
        cluster.close();
    }
}
