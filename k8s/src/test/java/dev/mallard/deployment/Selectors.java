package dev.mallard.deployment;

import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1LabelSelectorRequirement;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Label selectors, as Kubernetes understands them. */
final class Selectors {

    private Selectors() {}

    /** The selector without conditions. */
    static V1LabelSelector everything() {
        return new V1LabelSelector();
    }

    /** The workloads whose pods are selected; none without a selector. */
    static List<Workload> select(@Nullable V1LabelSelector selector, List<Workload> workloads) {
        return selector == null
                ? List.of()
                : workloads.stream().filter(w -> matches(selector, w.labels())).toList();
    }

    static boolean matches(V1LabelSelector selector, Map<String, String> labels) {
        Map<String, String> wanted = Optionals.entries(selector.getMatchLabels());
        List<V1LabelSelectorRequirement> requirements =
                Optionals.items(selector.getMatchExpressions());
        return labels.entrySet().containsAll(wanted.entrySet())
                && requirements.stream().allMatch(r -> matches(r, labels.get(r.getKey())));
    }

    private static boolean matches(V1LabelSelectorRequirement condition, @Nullable String value) {
        List<String> values = Optionals.items(condition.getValues());
        return switch (condition.getOperator()) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> throw new IllegalArgumentException("operator " + condition.getOperator());
        };
    }
}
