package dev.mallard.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every file by itself; needs no tools. */
class ManifestTest {

    private static final Path BASE = ProjectFiles.MODULE.resolve("base");
    private static final Set<String> GENERATED =
            Set.of("gateway", "lobby", "game", "link", "database");

    static List<Path> manifests() {
        return ProjectFiles.manifests();
    }

    static List<Path> kustomizations() {
        return ProjectFiles.kustomizations();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void isWhatTheApiKnows(Path manifest) {
        assertThat(Yaml.documents(manifest)).isNotEmpty().allSatisfy(ApiModel::read);
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void refersToFilesThatExist(Path kustomization) {
        assertThat(referencesOf(kustomization)).allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void leavesOutNoManifest() {
        Set<Path> used = new HashSet<>();
        kustomizations().forEach(file -> used.addAll(referencesOf(file)));

        assertThat(used).containsAll(manifests());
    }

    @Test
    void baseFitsTogether() {
        List<Object> objects =
                manifests().stream()
                        .filter(file -> file.startsWith(BASE))
                        .flatMap(file -> Yaml.documents(file).stream())
                        .map(ApiModel::read)
                        .toList();

        assertThat(DeploymentCheck.problems(objects, GENERATED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replicas: 2 | replica: 2 | field `replica`",
                "containerPort: 8081 | containerPort: '8081' | containerPort is read as 8081",
                "containerPort: 8081 | containerPort: management | NumberFormat",
                "runAsNonRoot: true | runAsNonRoot: 'yes' | runAsNonRoot",
                "scrape: 'true' | scrape: true | scrape",
                "kind: Deployment | kind: Deploymant | unknown type",
                "kind: Deployment | kind: StatefulSet | field `strategy`",
                "memory: 1Gi | memory: lots | quantity",
                "path: /health | paths: /health | paths",
                "'selector: {matchLabels: {app: gateway}}' | 'paused: true' | selector",
            })
    void isRefused(String right, String wrong, String complaint) {
        String manifest =
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: gateway
                spec:
                  replicas: 2
                  strategy: {type: Recreate}
                  selector: {matchLabels: {app: gateway}}
                  template:
                    metadata:
                      labels: {app: gateway}
                      annotations:
                        scrape: 'true'
                    spec:
                      securityContext:
                        runAsNonRoot: true
                      containers:
                        - name: gateway
                          ports:
                            - containerPort: 8081
                          livenessProbe:
                            httpGet:
                              path: /health
                              port: 8081
                          resources:
                            limits:
                              memory: 1Gi
                """;
        assertThat(manifest).contains(right);
        ApiModel.read(Yaml.documents(manifest).getFirst());
        var spoilt = Yaml.documents(manifest.replace(right, wrong)).getFirst();

        assertThatThrownBy(() -> ApiModel.read(spoilt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void refusesKeysThatAreThereTwice() {
        assertThatThrownBy(() -> Yaml.documents("kind: Service\nkind: Secret\n"))
                .hasMessageContaining("duplicate key");
    }

    private static List<Path> referencesOf(Path kustomization) {
        var content = Yaml.document(kustomization);
        List<String> names = new ArrayList<>(Yaml.texts(content, "resources"));
        names.addAll(Yaml.texts(content, "components"));
        Yaml.maps(content, "patches").stream()
                .filter(patch -> patch.containsKey("path"))
                .forEach(patch -> names.add(String.valueOf(patch.get("path"))));
        Stream.of("configMapGenerator", "secretGenerator")
                .flatMap(generator -> Yaml.maps(content, generator).stream())
                .forEach(
                        generator -> {
                            names.addAll(Yaml.texts(generator, "files"));
                            names.addAll(Yaml.texts(generator, "envs"));
                        });
        return names.stream()
                .map(name -> kustomization.resolveSibling(name).normalize())
                .map(path -> Files.isDirectory(path) ? path.resolve("kustomization.yaml") : path)
                .toList();
    }
}
