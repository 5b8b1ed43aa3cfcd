package dev.mallard.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ConfigurationDocumentTest {

    private static final Path DOCUMENT = ProjectFiles.ROOT.resolve("docs/configuration.md");
    private static final String WRITE = "mallard.docs.write";

    @Test
    void documentSaysWhatTheSourcesSay() throws IOException {
        String text = ConfigurationDocument.text();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(DOCUMENT, text);
        }

        assertThat(DOCUMENT)
                .as(
                        "docs/configuration.md is stale. Write it again, and look at the"
                                + " difference:\n"
                                + "mvn test -pl gateway-service,lobby-service,game-service,k8s -am"
                                + " -Dtest=ConfigurationDocumentTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -D"
                                + WRITE)
                .content()
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "lobby", "game"})
    void everyPropertySaysWhatItIs(String service) {
        assertThat(ConfigurationMetadata.of(service))
                .hasSizeGreaterThan(10)
                .allSatisfy(p -> assertThat(p.description()).as(p.name()).isNotBlank());
    }

    @Test
    void tellsAboutElementsOfMapsAndLists() {
        assertThat(ConfigurationMetadata.of("gateway"))
                .extracting(ConfigurationProperty::name)
                .contains(
                        "mallard.gateway.upstream.groups.<name>.instances",
                        "mallard.gateway.routes[0].first-id");
    }

    @Test
    void tellsWhatTheServiceSets() {
        assertThat(ConfigurationDocument.text())
                .contains("| `mallard.link.port` | whole number | `5557` |")
                .contains("| `0s`, under `prod` `30s` |")
                .contains("| `server.port` | `8083` |");
    }
}
