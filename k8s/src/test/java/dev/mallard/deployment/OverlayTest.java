package dev.mallard.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.convert.DurationStyle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The overlays as a cluster would get them. */
class OverlayTest {

    private static final Path OVERLAYS = ProjectFiles.MODULE.resolve("overlays");
    private static final Set<String> MADE_BY_OPERATORS = Set.of("link", "database");

    @Test
    void developmentNeedsNothingFromOutside() {
        List<Object> objects = Kustomize.render(OVERLAYS.resolve("dev"));

        assertThat(DeploymentCheck.problems(objects, Set.of())).isEmpty();
        assertThat(objects).hasAtLeastOneElementOfType(V1Namespace.class);
        assertThat(Workload.in(objects).map(Workload::name))
                .containsExactlyInAnyOrder(
                        "gateway", "lobby", "game", "postgres", "prometheus", "grafana");
    }

    @Test
    void productionContainsNoSecrets() {
        List<Object> objects = Kustomize.render(OVERLAYS.resolve("prod"));

        assertThat(DeploymentCheck.problems(objects, MADE_BY_OPERATORS)).isEmpty();
        assertThat(objects).doesNotHaveAnyElementsOfTypes(V1Secret.class);
        assertThat(Workload.in(objects).map(Workload::name))
                .containsExactlyInAnyOrder("gateway", "lobby", "game");
    }

    @Test
    void productionWithAllComponents() throws IOException {
        Path folder = Files.createDirectories(ProjectFiles.MODULE.resolve("target/all-components"));
        Files.writeString(
                folder.resolve("kustomization.yaml"),
                """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources:
                  - ../../overlays/prod
                components:
                  - ../../components/custom-metrics
                  - ../../components/pod-monitor
                  - ../../components/game-takeover
                """);

        List<Object> objects = Kustomize.render(folder);

        Set<String> secrets = new HashSet<>(MADE_BY_OPERATORS);
        secrets.add("redis");
        assertThat(DeploymentCheck.problems(objects, secrets)).isEmpty();
        assertThat(Workload.in(objects).map(Workload::name))
                .containsExactlyInAnyOrder("gateway", "lobby", "game", "redis");
        assertThat(objects).hasAtLeastOneElementOfType(PodMonitor.class);
        assertThat(objects)
                .filteredOn(V2HorizontalPodAutoscaler.class::isInstance)
                .extracting(
                        o ->
                                Optionals.items(
                                                Optionals.present(
                                                                ((V2HorizontalPodAutoscaler) o)
                                                                        .getSpec())
                                                        .getMetrics())
                                        .size())
                .containsExactly(2, 2);
    }

    /** What a mistake in an overlay looks like: each is planted by a patch, and rendered like the rest. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deployment | gateway | add | /spec/replica | 3 | replica",
                "Deployment | gateway | add | /spec/replicas | '\"3\"' | replicas",
                "Service | lobby | replace | /spec/selector/app.kubernetes.io~1name | looby"
                        + " | selects no pods",
                "Service | gateway | replace | /spec/ports/0/targetPort | 5556 | has port 5556",
                "StatefulSet | game | replace"
                        + " | /spec/template/spec/containers/0/readinessProbe/httpGet/path"
                        + " | /actuator/healthy | readiness probe is not",
                "Deployment | gateway | remove"
                        + " | /metadata/labels/app.kubernetes.io~1part-of | x | has no label",
            })
    void mistakesAreFound(
            String kind, String name, String operation, String path, String value, String complaint)
            throws IOException {
        Path folder = Files.createDirectories(ProjectFiles.MODULE.resolve("target/mistake"));
        Files.writeString(
                folder.resolve("kustomization.yaml"),
                """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources:
                  - ../../overlays/prod
                patches:
                  - target: {kind: %s, name: %s}
                    patch: |-
                      - op: %s
                        path: %s
                        value: %s
                """
                        .formatted(kind, name, operation, path, value));

        assertThat(complaints(Kustomize.documents(folder))).contains(complaint);
    }

    private static String complaints(List<Map<String, Object>> documents) {
        try {
            List<Object> objects = documents.stream().map(ApiModel::read).toList();
            return String.join("\n", DeploymentCheck.problems(objects, MADE_BY_OPERATORS));
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dev, gateway, MALLARD_GATEWAY_CLIENT_DRAINGRACE, 20",
        "prod, gateway, MALLARD_GATEWAY_CLIENT_DRAINGRACE, 20",
        "dev, game, MALLARD_GAME_SHUTDOWN_GRACE, 20",
        "prod, game, MALLARD_GAME_SHUTDOWN_GRACE, 20"
    })
    void podsGetTheTimeToEndThatTheServiceTakes(
            String overlay, String service, String setting, int marginSeconds) {
        List<Object> objects = Kustomize.render(OVERLAYS.resolve(overlay));
        Duration grace =
                DurationStyle.detectAndParse(
                        Optionals.present(settings(objects, service).get(setting)));

        assertThat(Workload.in(objects).filter(w -> w.name().equals(service)))
                .singleElement()
                .satisfies(
                        w ->
                                assertThat(w.pod().getTerminationGracePeriodSeconds())
                                        .isGreaterThanOrEqualTo(grace.toSeconds() + marginSeconds));
    }

    private static Map<String, String> settings(List<Object> objects, String service) {
        return Optionals.entries(
                objects.stream()
                        .filter(V1ConfigMap.class::isInstance)
                        .map(V1ConfigMap.class::cast)
                        .filter(map -> Optionals.name(map.getMetadata()).startsWith(service + "-"))
                        .findFirst()
                        .orElseThrow()
                        .getData());
    }
}
