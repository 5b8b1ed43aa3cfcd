package dev.mallard.deployment;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the application.yml of a service sets, by the full names of the properties. */
final class ApplicationSettings {

    private static final String CONDITION = "spring.config.activate.on-profile";

    private ApplicationSettings() {}

    /** What is set whatever the profile. */
    static Map<String, String> of(String service) {
        return settings(service, "");
    }

    /** What is set under a profile in addition. */
    static Map<String, String> of(String service, String profile) {
        return settings(service, profile);
    }

    private static Map<String, String> settings(String service, String profile) {
        Path file =
                ProjectFiles.ROOT.resolve(service + "-service/src/main/resources/application.yml");
        Map<String, String> settings = new TreeMap<>();
        for (Map<String, Object> document : Yaml.documents(file)) {
            Map<String, String> flat = new TreeMap<>();
            flatten("", document, flat);
            String condition = flat.getOrDefault(CONDITION, "");
            flat.remove(CONDITION);
            if (condition.equals(profile)) {
                settings.putAll(flat);
            }
        }
        return settings;
    }

    private static void flatten(String name, Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> members) {
            String prefix = name.isEmpty() ? "" : name + ".";
            members.forEach((key, member) -> flatten(prefix + key, member, flat));
        } else {
            flat.put(name, String.valueOf(value).strip());
        }
    }
}
