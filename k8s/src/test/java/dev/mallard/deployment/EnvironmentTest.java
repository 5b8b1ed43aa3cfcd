package dev.mallard.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** That every environment variable sets a property that there is. */
class EnvironmentTest {

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "lobby", "game"})
    void manifestsSetPropertiesThatExist(String service) {
        EnvironmentNames known = EnvironmentNames.of(service);
        Set<String> names = new HashSet<>();
        Workload.in(
                        Yaml.documents(ProjectFiles.MODULE.resolve("base/" + service + ".yaml"))
                                .stream()
                                .map(ApiModel::read)
                                .toList())
                .flatMap(workload -> workload.containers().stream())
                .flatMap(container -> Optionals.items(container.getEnv()).stream())
                .forEach(variable -> names.add(variable.getName()));
        for (Path kustomization : ProjectFiles.kustomizations()) {
            for (Map<String, Object> generator :
                    Yaml.maps(Yaml.document(kustomization), "configMapGenerator")) {
                if (service.equals(generator.get("name"))) {
                    Yaml.texts(generator, "literals")
                            .forEach(text -> names.add(text.substring(0, text.indexOf('='))));
                }
            }
        }

        assertThat(names).hasSizeGreaterThan(2).allMatch(known::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "lobby", "game"})
    void composeSetsPropertiesThatExist(String service) {
        EnvironmentNames known = EnvironmentNames.of(service);

        assertThat(ComposeFile.services(service))
                .hasSize(2)
                .allSatisfy(
                        s ->
                                assertThat(Yaml.map(s, "environment").keySet())
                                        .isNotEmpty()
                                        .allMatch(known::contains));
    }

    @Test
    void knowsWhatDoesNotExist() {
        EnvironmentNames gateway = EnvironmentNames.of("gateway");

        assertThat(gateway.contains("MALLARD_GATEWAY_CLIENT_PORT")).isTrue();
        assertThat(gateway.contains("MALLARD_GATEWAY_CLIENT_PROT")).isFalse();
        assertThat(gateway.contains("MALLARD_GATEWAY_CLIENT_DRAIN_GRACE")).isFalse();
        assertThat(gateway.contains("MALLARD_GATEWAY_UPSTREAM_GROUPS_CHAT_INSTANCES")).isTrue();
        assertThat(gateway.contains("MALLARD_GAME_SHUTDOWN_GRACE")).isFalse();
        assertThat(gateway.contains("SPRING_DATASOURCE_URI")).isFalse();
    }
}
