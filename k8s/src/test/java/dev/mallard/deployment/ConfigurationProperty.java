package dev.mallard.deployment;

/**
 * One property that can be set.
 *
 * @param name its name in configuration files
 * @param type the Java type of its values; empty if unknown
 * @param defaultValue what it is if nobody sets it; empty if there is no default
 * @param description the sentence of its Javadoc
 */
record ConfigurationProperty(String name, String type, String defaultValue, String description)
        implements Comparable<ConfigurationProperty> {

    @Override
    public int compareTo(ConfigurationProperty other) {
        return name.compareTo(other.name);
    }

    /** How operators call the type. */
    String kind() {
        return switch (type.replaceAll(".*\\.", "").replace(">", "")) {
            case "" -> "";
            case "Integer", "Long" -> "whole number";
            case "Double", "Float" -> "number";
            case "Boolean" -> "true or false";
            case "Duration" -> "duration";
            case "DataSize" -> "size";
            case "Path" -> "path";
            default -> composite();
        };
    }

    private String composite() {
        if (type.startsWith("java.util.Map")) {
            return "by name";
        }
        if (type.startsWith("java.util.List") || type.startsWith("java.util.Set")) {
            return "list";
        }
        return type.equals("java.lang.String") ? "text" : "one of some words";
    }
}
