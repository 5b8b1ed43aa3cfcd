package dev.mallard.deployment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which environment variables a service understands: its configuration metadata, that of the framework, and
 * the placeholders of its application.yml.
 */
final class EnvironmentNames {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z_]+)");

    private static final Pattern COMPONENT = Pattern.compile("@param (\\w+)");

    private final Set<String> names = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();

    private EnvironmentNames() {}

    /** Those of gateway, lobby or game. The test is skipped when the services are not compiled. */
    static EnvironmentNames of(String service) {
        EnvironmentNames known = new EnvironmentNames();
        // The gateway is no link server: what it needs of the links' properties is in its own.
        List<String> modules =
                service.equals("gateway")
                        ? List.of("gateway-service")
                        : List.of(service + "-service", "shared-protocol");
        for (String module : modules) {
            Path metadata = ProjectFiles.ROOT.resolve(module + "/target/classes/" + METADATA);
            assumeTrue(Files.exists(metadata), "skipped: " + module + " is not compiled");
            known.add(Yaml.read(metadata), ProjectFiles.ROOT.resolve(module + "/src/main/java"));
        }
        known.addFramework();
        Path settings =
                ProjectFiles.ROOT.resolve(service + "-service/src/main/resources/application.yml");
        PLACEHOLDER
                .matcher(Yaml.read(settings))
                .results()
                .forEach(r -> known.names.add(r.group(1)));
        return known;
    }

    boolean contains(String name) {
        return names.contains(name) || beginnings.stream().anyMatch(name::startsWith);
    }

    private void add(String metadata, @Nullable Path sources) {
        for (JsonElement element :
                JsonParser.parseString(metadata).getAsJsonObject().getAsJsonArray("properties")) {
            var property = element.getAsJsonObject();
            String variable =
                    property.get("name")
                            .getAsString()
                            .replace("-", "")
                            .replace('.', '_')
                            .toUpperCase(Locale.ROOT);
            names.add(variable);
            String type = property.has("type") ? property.get("type").getAsString() : "";
            if (type.startsWith("java.util.Map")) {
                beginnings.add(variable + "_");
            } else if (sources != null && type.startsWith("dev.mallard.")) {
                addComponents(variable, sources.resolve(type.replace('.', '/') + ".java"));
            }
        }
    }

    /** The metadata stops at records that have a file of their own; their Javadoc names the components. */
    private void addComponents(String variable, Path source) {
        if (Files.exists(source)) {
            COMPONENT
                    .matcher(Yaml.read(source))
                    .results()
                    .forEach(r -> names.add(variable + "_" + r.group(1).toUpperCase(Locale.ROOT)));
        }
    }

    private void addFramework() {
        try {
            for (URL url :
                    Collections.list(
                            EnvironmentNames.class.getClassLoader().getResources(METADATA))) {
                try (InputStream in = url.openStream()) {
                    add(new String(in.readAllBytes(), StandardCharsets.UTF_8), null);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
