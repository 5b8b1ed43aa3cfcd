package dev.mallard.deployment;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Whether the objects of a deployment fit together. */
final class DeploymentCheck {

    private final List<Object> objects;
    private final List<Workload> workloads;
    private final Set<String> configurations = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    private DeploymentCheck(List<Object> objects, Set<String> fromOutside) {
        this.objects = objects;
        this.workloads = Workload.in(objects).toList();
        configurations.addAll(fromOutside);
        for (Object object : objects) {
            if (object instanceof V1ConfigMap || object instanceof V1Secret) {
                configurations.add(Optionals.name(((KubernetesObject) object).getMetadata()));
            }
        }
    }

    /**
     * What does not fit.
     *
     * @param objects all objects of the deployment
     * @param fromOutside names of config maps and secrets that others make
     */
    static List<String> problems(List<Object> objects, Set<String> fromOutside) {
        DeploymentCheck check = new DeploymentCheck(objects, fromOutside);
        check.run();
        return check.problems;
    }

    private void run() {
        for (Workload workload : workloads) {
            problems.addAll(WorkloadCheck.problems(workload, configurations));
        }
        for (Object object : objects) {
            switch (object) {
                case V1Service service -> check(service);
                case V1PodDisruptionBudget budget -> check(budget);
                case V2HorizontalPodAutoscaler autoscaler -> check(autoscaler);
                case V1NetworkPolicy policy -> check(policy);
                case PodMonitor monitor -> check(monitor);
                default -> {}
            }
        }
        checkPolicies();
        checkTags();
        checkLabels();
    }

    /** By these labels operators, selectors and dashboards find what belongs together. */
    private void checkLabels() {
        for (Object object : objects) {
            if (object instanceof KubernetesObject o
                    && !(o instanceof V1ConfigMap || o instanceof V1Secret)
                    && !(o instanceof V1NetworkPolicy || o instanceof V1Namespace)) {
                Map<String, String> labels =
                        Optionals.entries(Optionals.present(o.getMetadata()).getLabels());
                for (String label :
                        List.of("app.kubernetes.io/name", "app.kubernetes.io/part-of")) {
                    require(
                            labels.containsKey(label),
                            o.getKind()
                                    + " "
                                    + Optionals.name(o.getMetadata())
                                    + " has no label "
                                    + label);
                }
            }
        }
    }

    private void check(V1Service service) {
        String name = "service " + Optionals.name(service.getMetadata());
        Map<String, String> selector =
                Optionals.entries(Optionals.present(service.getSpec()).getSelector());
        List<Workload> chosen =
                workloads.stream()
                        .filter(w -> w.labels().entrySet().containsAll(selector.entrySet()))
                        .toList();
        require(!selector.isEmpty() && !chosen.isEmpty(), name + " selects no pods");
        for (var port : Optionals.items(Optionals.present(service.getSpec()).getPorts())) {
            Object target = Objects.requireNonNullElse(port.getTargetPort(), port.getPort());
            for (Workload workload : chosen) {
                require(
                        workload.hasPort(target.toString()),
                        name + ": no container of " + workload.name() + " has port " + target);
            }
        }
    }

    private void check(V1PodDisruptionBudget budget) {
        List<Workload> chosen =
                Selectors.select(Optionals.present(budget.getSpec()).getSelector(), workloads);
        require(
                chosen.size() == 1,
                "disruption budget "
                        + Optionals.name(budget.getMetadata())
                        + " selects "
                        + chosen.size()
                        + " workloads");
    }

    private void check(V2HorizontalPodAutoscaler autoscaler) {
        var target = Optionals.present(autoscaler.getSpec()).getScaleTargetRef();
        require(
                workloads.stream()
                        .anyMatch(
                                w ->
                                        w.kind().equals(target.getKind())
                                                && w.name().equals(target.getName())),
                "autoscaler "
                        + Optionals.name(autoscaler.getMetadata())
                        + " scales a "
                        + target.getKind()
                        + " "
                        + target.getName()
                        + ", which does not exist");
    }

    private void check(V1NetworkPolicy policy) {
        String name = "network policy " + Optionals.name(policy.getMetadata());
        List<Workload> chosen =
                Selectors.select(Optionals.present(policy.getSpec()).getPodSelector(), workloads);
        require(!chosen.isEmpty(), name + " selects no pods");
        for (var rule : Optionals.items(Optionals.present(policy.getSpec()).getIngress())) {
            for (var port : Optionals.items(rule.getPorts())) {
                for (Workload workload : chosen) {
                    require(
                            workload.hasPort(String.valueOf(port.getPort())),
                            name + ": " + workload.name() + " has no port " + port.getPort());
                }
            }
            for (var peer : Optionals.items(rule.getFrom())) {
                boolean elsewhere = peer.getNamespaceSelector() != null;
                require(
                        elsewhere || !Selectors.select(peer.getPodSelector(), workloads).isEmpty(),
                        name + " lets in pods that do not exist");
            }
        }
    }

    private void check(PodMonitor monitor) {
        List<Workload> chosen = Selectors.select(monitor.spec().selector(), workloads);
        for (String service : ProjectFiles.SERVICES) {
            require(
                    chosen.stream().anyMatch(w -> w.name().equals(service)),
                    "the pod monitor leaves out " + service);
        }
        for (PodMonitor.Endpoint endpoint : monitor.spec().podMetricsEndpoints()) {
            for (Workload workload : chosen) {
                require(
                        workload.hasPort(endpoint.port()),
                        "the pod monitor: " + workload.name() + " has no port " + endpoint.port());
            }
        }
    }

    /** The client port is open to all, links to gateways, and the rest to pods that are named. */
    private void checkPolicies() {
        for (Object object : objects) {
            if (!(object instanceof V1NetworkPolicy policy)) {
                continue;
            }
            for (var rule : Optionals.items(Optionals.present(policy.getSpec()).getIngress())) {
                String name = "network policy " + Optionals.name(policy.getMetadata());
                require(!Optionals.items(rule.getPorts()).isEmpty(), name + " opens every port");
                boolean toAll = Optionals.items(rule.getFrom()).isEmpty();
                for (var port : Optionals.items(rule.getPorts())) {
                    String opened = String.valueOf(port.getPort());
                    require(
                            !toAll || opened.equals("client"),
                            name + " opens " + opened + " to all");
                    if (opened.equals("management")) {
                        for (var peer : Optionals.items(rule.getFrom())) {
                            require(
                                    peer.getPodSelector() != null
                                            && "prometheus"
                                                    .equals(
                                                            Optionals.entries(
                                                                            peer.getPodSelector()
                                                                                    .getMatchLabels())
                                                                    .get("app.kubernetes.io/name")),
                                    name + " lets others than Prometheus to management");
                        }
                    }
                    if (opened.equals("link")) {
                        for (var peer : Optionals.items(rule.getFrom())) {
                            require(
                                    Selectors.select(peer.getPodSelector(), workloads).stream()
                                            .allMatch(w -> w.name().equals("gateway")),
                                    name + " lets others than gateways to the links");
                        }
                    }
                }
            }
        }
        require(
                objects.stream()
                        .anyMatch(
                                o ->
                                        o instanceof V1NetworkPolicy p
                                                && Optionals.items(
                                                                Optionals.present(p.getSpec())
                                                                        .getIngress())
                                                        .isEmpty()
                                                && Selectors.everything()
                                                        .equals(
                                                                Optionals.present(p.getSpec())
                                                                        .getPodSelector())),
                "nothing is refused by default");
    }

    private void checkTags() {
        Set<String> tags = new TreeSet<>();
        for (Workload workload : workloads) {
            if (workload.isService()) {
                String image = String.valueOf(workload.containers().getFirst().getImage());
                tags.add(image.substring(image.lastIndexOf(':') + 1));
            }
        }
        require(tags.size() == 1 && !tags.contains("latest"), "the services have the tags " + tags);
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            problems.add(problem);
        }
    }
}
