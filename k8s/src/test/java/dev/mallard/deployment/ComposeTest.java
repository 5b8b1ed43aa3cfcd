package dev.mallard.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the compose file says about other files and about itself. */
class ComposeTest {

    private static final Set<String> SERVICES =
            Set.of(
                    "haproxy",
                    "gateway-1",
                    "gateway-2",
                    "lobby-1",
                    "lobby-2",
                    "game-1",
                    "game-2",
                    "postgres",
                    "prometheus",
                    "grafana");

    @Test
    void hasTheWholeSuite() {
        assertThat(ComposeFile.services().keySet()).isEqualTo(SERVICES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "lobby", "game"})
    void runsTheServicesAsTheManifestsDo(String service) {
        String manifest = Yaml.read(ProjectFiles.MODULE.resolve("base/" + service + ".yaml"));

        assertThat(ComposeFile.services(service))
                .allSatisfy(
                        s -> {
                            assertThat(manifest).contains("image: " + s.get("image") + "\n");
                            assertThat(s).containsEntry("read_only", true);
                            assertThat(Yaml.texts(s, "cap_drop")).containsExactly("ALL");
                            assertThat(s).doesNotContainKey("ports");
                        });
    }

    @Test
    void mountsFilesThatExist() {
        Pattern file = Pattern.compile("(\\.[^:]*):.*");
        Stream<String> mounted =
                SERVICES.stream()
                        .flatMap(s -> Yaml.texts(ComposeFile.service(s), "volumes").stream())
                        .map(file::matcher)
                        .filter(Matcher::matches)
                        .map(match -> match.group(1));

        assertThat(mounted)
                .hasSizeGreaterThan(4)
                .allSatisfy(path -> assertThat(ProjectFiles.DOCKER.resolve(path)).exists());
    }

    @Test
    void takesSecretsFromOutside() throws IOException {
        Set<String> wanted = new TreeSet<>();
        for (String service : SERVICES) {
            Yaml.map(ComposeFile.service(service), "environment")
                    .forEach(
                            (name, value) -> {
                                if (Secrecy.isSecret(name)) {
                                    assertThat(value.toString())
                                            .as(name)
                                            .matches("\\$\\{[A-Z_]+:\\?.*}");
                                    wanted.add(value.toString().replaceAll("\\$\\{|:.*", ""));
                                }
                            });
        }
        Properties example = new Properties();
        example.load(new StringReader(Yaml.read(ProjectFiles.DOCKER.resolve(".env.example"))));

        assertThat(example.stringPropertyNames()).isEqualTo(wanted);
        assertThat(Yaml.read(ProjectFiles.DOCKER.resolve(".gitignore"))).contains(".env\n");
    }

    @ParameterizedTest
    @CsvSource({"gateway, 8081", "lobby, 8082", "game, 8083"})
    void isScrapedByPrometheus(String service, int port) {
        Map<String, Object> config =
                Yaml.document(ProjectFiles.DOCKER.resolve("prometheus/prometheus.yml"));

        assertThat(Yaml.maps(config, "scrape_configs"))
                .filteredOn(job -> service.equals(job.get("job_name")))
                .singleElement()
                .satisfies(
                        job ->
                                assertThat(
                                                Yaml.texts(
                                                        Yaml.maps(job, "static_configs").getFirst(),
                                                        "targets"))
                                        .containsExactly(
                                                service + "-1:" + port, service + "-2:" + port));
    }

    @Test
    void gatewaysKnowAllInstances() {
        Map<String, Object> gateway = Yaml.map(ComposeFile.service("gateway-1"), "environment");

        assertThat(gateway)
                .containsEntry(
                        "MALLARD_GATEWAY_UPSTREAM_GROUPS_LOBBY_INSTANCES",
                        "lobby-1:5557,lobby-2:5557")
                .containsEntry(
                        "MALLARD_GATEWAY_UPSTREAM_GROUPS_GAME_INSTANCES",
                        "game-1:5558,game-2:5558");
        String haproxy = Yaml.read(ProjectFiles.DOCKER.resolve("haproxy/haproxy.cfg"));
        assertThat(haproxy).contains("gateway-1:5555", "gateway-2:5555", "check port 8081");
        // Both ends speak the PROXY protocol, or neither.
        assertThat(haproxy.contains("send-proxy"))
                .isEqualTo(
                        "true".equals(gateway.get("MALLARD_GATEWAY_CLIENT_PROXYPROTOCOL_ENABLED")));
    }
}
