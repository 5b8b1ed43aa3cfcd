package dev.mallard.deployment;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Probe;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Whether the pods of one workload are as safe, and as watched, as they have to be. */
final class WorkloadCheck {

    private static final Map<String, Integer> MANAGEMENT =
            Map.of("gateway", 8081, "lobby", 8082, "game", 8083);
    private static final String LIVENESS = "/actuator/health/liveness";
    private static final String READINESS = "/actuator/health/readiness";

    private final Workload workload;
    private final Set<String> configurations;
    private final List<String> problems = new ArrayList<>();

    private WorkloadCheck(Workload workload, Set<String> configurations) {
        this.workload = workload;
        this.configurations = configurations;
    }

    /** What is wrong with it. */
    static List<String> problems(Workload workload, Set<String> configurations) {
        WorkloadCheck check = new WorkloadCheck(workload, configurations);
        check.run();
        return check.problems;
    }

    private void run() {
        require(
                Selectors.matches(workload.selector(), workload.labels()),
                "its selector does not match its own pods");
        for (String label : List.of("app.kubernetes.io/name", "app.kubernetes.io/part-of")) {
            require(workload.labels().containsKey(label), "its pods have no label " + label);
        }
        checkPodSecurity();
        for (V1Container container : workload.containers()) {
            checkSecurity(container);
            checkResources(container);
            checkReferences(container);
            checkMounts(container);
            checkProbe(container, "readiness", container.getReadinessProbe());
            checkProbe(container, "liveness", container.getLivenessProbe());
            if (workload.isService()) {
                checkService(container);
            }
        }
        if (workload.isService()) {
            checkSpread();
            checkScraping();
        }
    }

    private void checkPodSecurity() {
        var context = workload.pod().getSecurityContext();
        require(
                context != null
                        && Boolean.TRUE.equals(context.getRunAsNonRoot())
                        && context.getRunAsUser() != null
                        && context.getRunAsUser() > 0
                        && context.getSeccompProfile() != null
                        && "RuntimeDefault".equals(context.getSeccompProfile().getType()),
                "its pods are not restricted");
    }

    private void checkSecurity(V1Container container) {
        var context = container.getSecurityContext();
        require(
                context != null
                        && Boolean.FALSE.equals(context.getAllowPrivilegeEscalation())
                        && Boolean.TRUE.equals(context.getReadOnlyRootFilesystem())
                        && context.getCapabilities() != null
                        && List.of("ALL").equals(context.getCapabilities().getDrop()),
                "container " + container.getName() + " is not restricted");
    }

    private void checkResources(V1Container container) {
        var resources = container.getResources();
        require(
                resources != null
                        && resources.getRequests() != null
                        && resources.getRequests().keySet().containsAll(Set.of("cpu", "memory"))
                        && resources.getLimits() != null
                        && resources.getLimits().containsKey("memory"),
                "container " + container.getName() + " does not say what it needs");
    }

    private void checkReferences(V1Container container) {
        for (var from : Optionals.items(container.getEnvFrom())) {
            if (from.getConfigMapRef() != null) {
                requireConfiguration(String.valueOf(from.getConfigMapRef().getName()));
            }
        }
        for (var variable : Optionals.items(container.getEnv())) {
            var from = variable.getValueFrom();
            if (from != null && from.getSecretKeyRef() != null) {
                requireConfiguration(String.valueOf(from.getSecretKeyRef().getName()));
            }
            require(
                    variable.getValue() == null || !Secrecy.isSecret(variable.getName()),
                    variable.getName() + " is written down");
        }
        for (var volume : Optionals.items(workload.pod().getVolumes())) {
            if (volume.getConfigMap() != null) {
                requireConfiguration(String.valueOf(volume.getConfigMap().getName()));
            }
        }
    }

    private void requireConfiguration(String name) {
        require(configurations.contains(name), "nothing is called " + name);
    }

    private void checkMounts(V1Container container) {
        Set<String> volumes = workload.volumes();
        for (var mount : Optionals.items(container.getVolumeMounts())) {
            require(volumes.contains(mount.getName()), "there is no volume " + mount.getName());
        }
    }

    private void checkProbe(V1Container container, String kind, @Nullable V1Probe probe) {
        if (probe == null) {
            problems.add(workload.name() + ": no " + kind + " probe");
            return;
        }
        if (probe.getHttpGet() != null) {
            String port = String.valueOf(probe.getHttpGet().getPort());
            require(Workload.hasPort(container, port), "the " + kind + " probe asks port " + port);
        }
        if (probe.getTcpSocket() != null) {
            String port = String.valueOf(probe.getTcpSocket().getPort());
            require(Workload.hasPort(container, port), "the " + kind + " probe asks port " + port);
        }
    }

    private void checkService(V1Container container) {
        requirePath("startup", LIVENESS, container.getStartupProbe());
        requirePath("liveness", LIVENESS, container.getLivenessProbe());
        requirePath("readiness", READINESS, container.getReadinessProbe());
        int management = Objects.requireNonNull(MANAGEMENT.get(workload.name()));
        require(
                Workload.hasPort(container, String.valueOf(management)),
                "port " + management + " is missing");
    }

    private void requirePath(String kind, String path, @Nullable V1Probe probe) {
        boolean right =
                probe != null
                        && probe.getHttpGet() != null
                        && path.equals(probe.getHttpGet().getPath())
                        && "management".equals(String.valueOf(probe.getHttpGet().getPort()));
        require(right, "the " + kind + " probe is not " + path + " on the management port");
    }

    private void checkSpread() {
        var spread = workload.pod().getTopologySpreadConstraints();
        require(spread != null && !spread.isEmpty(), "its pods may all be on one node");
        for (var constraint : Optionals.items(spread)) {
            require(
                    constraint.getLabelSelector() != null
                            && Selectors.matches(constraint.getLabelSelector(), workload.labels()),
                    "its topology spread counts other pods");
        }
    }

    private void checkScraping() {
        Map<String, String> annotations =
                Optionals.entries(
                        Optionals.present(workload.template().getMetadata()).getAnnotations());
        require(
                workload.hasPort(annotations.getOrDefault("prometheus.io/port", "none")),
                "Prometheus is sent to a port that does not exist");
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            problems.add(workload.name() + ": " + problem);
        }
    }
}
