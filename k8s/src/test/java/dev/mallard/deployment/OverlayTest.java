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
                .containsExactlyInAnyOrder("gateway", "lobby", "game", "postgres", "prometheus");
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
                """);

        List<Object> objects = Kustomize.render(folder);

        assertThat(DeploymentCheck.problems(objects, MADE_BY_OPERATORS)).isEmpty();
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
