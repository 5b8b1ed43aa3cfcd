package dev.mallard.faults.system;

import org.springframework.boot.json.JsonParserFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An object of JSON that a management port has answered with. */
record Json(Map<?, ?> fields) {

    static Json of(String text) {
        return new Json(JsonParserFactory.getJsonParser().parseMap(text));
    }

    /** A list of objects, which is empty if it is not there. */
    List<Json> objects(String name) {
        List<Json> objects = new ArrayList<>();
        if (fields.get(name) instanceof List<?> list) {
            list.forEach(each -> objects.add(new Json((Map<?, ?>) each)));
        }
        return objects;
    }

    long number(String name) {
        return ((Number) Objects.requireNonNull(fields.get(name), name)).longValue();
    }
}
