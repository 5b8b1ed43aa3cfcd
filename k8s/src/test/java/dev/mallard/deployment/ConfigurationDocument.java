package dev.mallard.deployment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes docs/configuration.md: every property of every service. */
final class ConfigurationDocument {

    private static final String INTRODUCTION =
            """
            # Configuration

            <!-- Generated; do not edit. The descriptions are the Javadoc of the properties' records. -->

            Every property can be set in a configuration file, on the command line (`--name=value`), or as an environment
            variable: in capitals, dots as underscores, without dashes. `mallard.gateway.client.drain-grace` is
            `MALLARD_GATEWAY_CLIENT_DRAINGRACE`, and `mallard.gateway.routes[0].group` is `MALLARD_GATEWAY_ROUTES_0_GROUP`.
            Durations have a unit (`500ms`, `10s`, `5m`), sizes too (`64KB`, `1MB`). A value that is impossible stops the
            start, with a message that says what to change.
            """;

    private ConfigurationDocument() {}

    static String text() {
        return INTRODUCTION
                + ProjectFiles.SERVICES.stream()
                        .map(ConfigurationDocument::section)
                        .collect(Collectors.joining());
    }

    private static String section(String service) {
        Map<String, String> settings = ApplicationSettings.of(service);
        Map<String, String> production = ApplicationSettings.of(service, "prod");
        StringBuilder section = new StringBuilder();
        section.append("\n## The ")
                .append(service)
                .append(service.equals("game") ? " service" : "");
        section.append("\n\n| Property | Values | Default | Meaning |\n|---|---|---|---|\n");
        List<ConfigurationProperty> properties = ConfigurationMetadata.of(service);
        for (ConfigurationProperty property : properties) {
            section.append(row(property, settings, production));
        }
        section.append("\nWhat the framework offers, and the ");
        section.append(service).append(" sets to values of its own:\n\n");
        section.append("| Property | Value |\n|---|---|\n");
        settings.forEach(
                (name, value) -> {
                    if (!name.startsWith("mallard.")) {
                        section.append("| `%s` | `%s` |\n".formatted(name, cell(value)));
                    }
                });
        return section.toString();
    }

    private static String row(
            ConfigurationProperty property,
            Map<String, String> settings,
            Map<String, String> production) {
        String value = settings.getOrDefault(property.name(), property.defaultValue());
        String shown = value.isEmpty() || value.equals("[]") ? "none" : "`" + cell(value) + "`";
        if (production.containsKey(property.name())) {
            shown += ", under `prod` `" + cell(production.get(property.name()) + "") + "`";
        }
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        property.name(), property.kind(), shown, sentence(property.description()));
    }

    private static String sentence(String description) {
        return cell(
                description
                        .replaceAll("\\{@code ([^}]*)}", "`$1`")
                        .replaceAll("\\{@link #?([^}]*)}", "$1"));
    }

    /** What would end a cell of the table is escaped. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
