package dev.mallard.deployment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The compose file, as far as the tests look into it. */
final class ComposeFile {

    static final Path FILE = ProjectFiles.DOCKER.resolve("compose.yaml");

    private ComposeFile() {}

    static Map<String, Object> services() {
        return Yaml.map(Yaml.document(FILE), "services");
    }

    static Map<String, Object> service(String name) {
        return Yaml.map(services(), name);
    }

    /** The instances of gateway, lobby or game. */
    static List<Map<String, Object>> services(String service) {
        return services().keySet().stream()
                .filter(name -> name.startsWith(service + "-"))
                .map(ComposeFile::service)
                .toList();
    }
}
