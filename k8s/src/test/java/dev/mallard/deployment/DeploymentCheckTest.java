package dev.mallard.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** That planted mistakes are found. */
class DeploymentCheckTest {

    private static final Set<String> GENERATED =
            Set.of("gateway", "lobby", "game", "link", "database");

    private static final String BASE =
            Stream.of(
                            "base/gateway.yaml",
                            "base/lobby.yaml",
                            "base/game.yaml",
                            "base/network-policies.yaml",
                            "components/autoscaling/autoscalers.yaml",
                            "components/pod-monitor/pod-monitor.yaml")
                    .map(ProjectFiles.MODULE::resolve)
                    .map(Yaml::read)
                    .collect(Collectors.joining("\n---\n"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "targetPort: client | targetPort: clients | no container of gateway has port"
                        + " clients",
                "targetPort: link | targetPort: 5559 | no container of lobby has port 5559",
                "path: /actuator/health/readiness | path: /actuator/ready | readiness probe is not",
                "port: management | port: health | probe asks port health",
                "path: /actuator/health/liveness | path: /actuator/health/live | startup probe is"
                        + " not",
                "selector:\\n"
                        + "    app.kubernetes.io/name: lobby | selector:\\n"
                        + "    app.kubernetes.io/name: looby | service lobby selects no pods",
                "AlwaysAllow\\n"
                        + "  selector:\\n"
                        + "    matchLabels:\\n"
                        + "      app.kubernetes.io/name: game | AlwaysAllow\\n"
                        + "  selector:\\n"
                        + "    matchLabels:\\n"
                        + "      app.kubernetes.io/name: games | budget game selects 0 workloads",
                "PodDisruptionBudget\\n"
                        + "metadata:\\n"
                        + "  name: game\\n"
                        + "  labels:\\n"
                        + "    app.kubernetes.io/name: game\\n"
                        + "    app.kubernetes.io/part-of: mallard | PodDisruptionBudget\\n"
                        + "metadata:\\n"
                        + "  name: game\\n"
                        + "  labels:\\n"
                        + "    app.kubernetes.io/name: game | PodDisruptionBudget game has no label"
                        + " app.kubernetes.io/part-of",
                "    metadata:\\n"
                        + "      labels:\\n"
                        + "        app.kubernetes.io/name: gateway\\n"
                        + "        app.kubernetes.io/part-of: mallard |     metadata:\\n"
                        + "      labels:\\n"
                        + "        app.kubernetes.io/name: gateway | its pods have no label",
                "app.kubernetes.io/name: prometheus | app.kubernetes.io/name: grafana | others than"
                        + " Prometheus to management",
                "scaleTargetRef:\\n"
                        + "    apiVersion: apps/v1\\n"
                        + "    kind: Deployment\\n"
                        + "    name: gateway | scaleTargetRef:\\n"
                        + "    apiVersion: apps/v1\\n"
                        + "    kind: Deployment\\n"
                        + "    name: gateways | scales a Deployment gateways",
                "containerPort: 8081 | containerPort: 8080 | port 8081 is missing",
                "prometheus.io/port: \"8082\" | prometheus.io/port: \"8081\" | sent to a port",
                "name: link | name: links | nothing is called links",
                "mountPath: /tmp | mountPath: /tmp\\n"
                        + "            - {name: data, mountPath: /data} | there is no volume data",
                "readOnlyRootFilesystem: true | readOnlyRootFilesystem: false | is not restricted",
                "runAsNonRoot: true | runAsNonRoot: false | are not restricted",
                "drop: [ALL] | drop: [NET_RAW] | is not restricted",
                "memory: 512Mi | ephemeral-storage: 512Mi | does not say what it needs",
                "gateway-service:0.1.0 | gateway-service:0.2.0 | the services have the tags",
                "-service:0.1.0 | -service:latest | the services have the tags",
                "zone\\n"
                        + "          whenUnsatisfiable: ScheduleAnyway\\n"
                        + "          labelSelector:\\n"
                        + "            matchLabels:\\n"
                        + "              app.kubernetes.io/name: gateway | zone\\n"
                        + "          whenUnsatisfiable: ScheduleAnyway\\n"
                        + "          labelSelector:\\n"
                        + "            matchLabels:\\n"
                        + "              app.kubernetes.io/name: lobby | counts other pods",
                "kind: StatefulSet\\n"
                        + "    name: game | kind: Deployment\\n"
                        + "    name: game | scales a Deployment game",
                "podSelector: {} | podSelector: {matchLabels: {app.kubernetes.io/name: game}} |"
                        + " nothing is refused by default",
                "port: client\\n | port: link\\n | gateway has no port link",
                "values: [gateway, lobby, game]\\n"
                        + "  podMetrics | values: [gateway, game]\\n"
                        + "  podMetrics | leaves out lobby",
            })
    void isFound(String right, String wrong, String problem) {
        String spoilt = BASE.replace(unescape(right), unescape(wrong));

        assertThat(spoilt).isNotEqualTo(BASE);
        assertThat(problems(spoilt)).anySatisfy(found -> assertThat(found).contains(problem));
    }

    private static List<String> problems(String manifests) {
        List<Object> objects = Yaml.documents(manifests).stream().map(ApiModel::read).toList();
        return DeploymentCheck.problems(objects, GENERATED);
    }

    private static String unescape(String text) {
        return text.replace("\\n", "\n");
    }
}
