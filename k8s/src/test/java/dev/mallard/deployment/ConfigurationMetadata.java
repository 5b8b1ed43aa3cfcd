package dev.mallard.deployment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the configuration metadata of the services, and the Javadoc it stops at, say about their properties. */
final class ConfigurationMetadata {

    private static final String METADATA =
            "target/classes/META-INF/spring-configuration-metadata.json";
    private static final Pattern OWN_TYPE = Pattern.compile("(dev\\.mallard\\.[\\w.]+)\\$(\\w+)>");
    private static final Pattern PARAM =
            Pattern.compile("@param (\\w+) (.*?)(?=@param|\\*/)", Pattern.DOTALL);

    private ConfigurationMetadata() {}

    /**
     * The project's own properties of a service, in the order of their names. The test is skipped when the
     * services are not compiled.
     */
    static List<ConfigurationProperty> of(String service) {
        // The gateway is no link server: what it needs of the links' properties is in its own.
        boolean server = !service.equals("gateway");
        Map<String, ConfigurationProperty> shared =
                ofModule("shared-protocol")
                        .collect(Collectors.toMap(ConfigurationProperty::name, p -> p));
        // The metadata of a module has no Javadoc of records that it takes from another one.
        return Stream.concat(
                        ofModule(service + "-service"),
                        shared.values().stream()
                                .filter(p -> server || !p.name().startsWith("mallard.link.")))
                .map(p -> p.description().isEmpty() ? shared.getOrDefault(p.name(), p) : p)
                .sorted()
                .toList();
    }

    private static Stream<ConfigurationProperty> ofModule(String module) {
        Path metadata = ProjectFiles.ROOT.resolve(module).resolve(METADATA);
        assumeTrue(Files.exists(metadata), "skipped: " + module + " is not compiled");
        var properties =
                JsonParser.parseString(Yaml.read(metadata))
                        .getAsJsonObject()
                        .getAsJsonArray("properties");
        return StreamSupport.stream(properties.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(property -> text(property, "name").startsWith("mallard."))
                .flatMap(property -> property(module, property));
    }

    private static Stream<ConfigurationProperty> property(String module, JsonObject property) {
        String name = text(property, "name");
        String type = text(property, "type");
        Stream<ConfigurationProperty> itself =
                Stream.of(
                        new ConfigurationProperty(
                                name,
                                type,
                                text(property, "defaultValue"),
                                text(property, "description")));
        var own = OWN_TYPE.matcher(type);
        if (!own.find()) {
            return itself;
        }
        String element = type.startsWith("java.util.Map") ? name + ".<name>" : name + "[0]";
        return Stream.concat(itself, components(module, own.group(1), own.group(2), element));
    }

    /** The metadata says nothing about the elements of maps and lists; their Javadoc does. */
    private static Stream<ConfigurationProperty> components(
            String module, String outer, String record, String element) {
        Path source =
                ProjectFiles.ROOT.resolve(
                        module + "/src/main/java/" + outer.replace('.', '/') + ".java");
        String text = Yaml.read(source);
        int declaration = text.indexOf("record " + record + "(");
        String comment = text.substring(text.lastIndexOf("/**", declaration), declaration);
        return PARAM.matcher(comment)
                .results()
                .map(
                        param ->
                                new ConfigurationProperty(
                                        element + "." + dashed(param.group(1)),
                                        "",
                                        "",
                                        plain(param)));
    }

    private static String plain(MatchResult param) {
        return param.group(2).replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip();
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static String text(JsonObject property, String member) {
        JsonElement value = property.get(member);
        if (value == null || value.isJsonNull()) {
            return "";
        }
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }
}
