package dev.mallard.deployment;

import io.kubernetes.client.openapi.models.V1ObjectMeta;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Members of the API's objects that may be left out. */
final class Optionals {

    private Optionals() {}

    /** A member that every object of this deployment has. */
    static <T> T present(@Nullable T member) {
        return Objects.requireNonNull(member);
    }

    static String name(@Nullable V1ObjectMeta metadata) {
        return present(present(metadata).getName());
    }

    static <T> List<T> items(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static Map<String, String> entries(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
