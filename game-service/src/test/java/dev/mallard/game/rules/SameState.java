package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Player;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Compares two games field by field, whatever fields there are. */
final class SameState {

    /** By class and name: what a restored game is given anew, and a cache. */
    private static final Set<String> NOT_COMPARED =
            Set.of(
                    "Body.changes",
                    "Game.random",
                    "Game.lastPositions",
                    "GameObjects.changes",
                    "Monsters.byId",
                    "Monsters.changes");

    /** What monsters forget; see {@link RestoredMatchTest}. */
    private static final Set<String> FORGOTTEN =
            Set.of(
                    "Monster.displays",
                    "Monster.lastFought",
                    "Monster.lastObjectHit",
                    "Monster.lastHitsOnPlayers",
                    "Monster.lastHitsByPlayers");

    private final Map<Class<?>, Field[]> fields = new HashMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private SameState() {}

    static void check(Object actual, Object expected) {
        new SameState().compare(actual, expected, "game");
    }

    private void compare(@Nullable Object actual, @Nullable Object expected, String path) {
        if (actual == null || expected == null) {
            assertThat(actual).as(path).isEqualTo(expected);
            return;
        }
        if (!seen.add(expected)) {
            return;
        }
        assertThat(actual.getClass()).as(path).isSameAs(expected.getClass());
        switch (expected) {
            case Map<?, ?> map -> {
                compareAll(((Map<?, ?>) actual).keySet(), map.keySet(), path);
                compareAll(((Map<?, ?>) actual).values(), map.values(), path);
            }
            case Collection<?> all -> compareAll((Collection<?>) actual, all, path);
            case Object value when isValue(value) -> assertThat(actual).as(path).isEqualTo(value);
            default -> compareFields(actual, expected, path);
        }
    }

    private void compareAll(Collection<?> actual, Collection<?> expected, String path) {
        assertThat(actual).as(path).hasSameSizeAs(expected);
        Iterator<?> other = actual.iterator();
        int index = 0;
        for (Object one : expected) {
            compare(other.next(), one, path + '[' + index++ + ']');
        }
    }

    private void compareFields(Object actual, Object expected, String path) {
        for (Class<?> type = expected.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : fields.computeIfAbsent(type, SameState::fields)) {
                String name = type.getSimpleName() + '.' + field.getName();
                if (!NOT_COMPARED.contains(name) && !FORGOTTEN.contains(name)) {
                    compareField(field, actual, expected, path + '.' + field.getName());
                }
            }
        }
    }

    private void compareField(Field field, Object actual, Object expected, String path) {
        Object value = get(field, expected);
        Object other = get(field, actual);
        if (expected instanceof Monster && value instanceof Player target) {
            // one who has given up the seat is only known by his id
            assertThat(other).as(path).isInstanceOf(Player.class);
            assertThat(((Player) other).id()).as(path).isEqualTo(target.id());
        } else if (value != null && value.getClass().isArray()) {
            compareArrays(other, value, path);
        } else {
            compare(other, value, path);
        }
    }

    private static void compareArrays(@Nullable Object actual, Object expected, String path) {
        assertThat(actual).as(path).isNotNull();
        assertThat(Array.getLength(actual)).as(path).isEqualTo(Array.getLength(expected));
        for (int index = 0; index < Array.getLength(expected); index++) {
            assertThat(Array.get(actual, index)).as(path).isEqualTo(Array.get(expected, index));
        }
    }

    /** Of the JDK, such as numbers and texts, or a value by itself. */
    private static boolean isValue(Object object) {
        return object.getClass().getName().startsWith("java.")
                || object instanceof Enum<?>
                || object instanceof Record;
    }

    private static Field[] fields(Class<?> type) {
        Field[] fields = type.getDeclaredFields();
        for (Field field : fields) {
            field.setAccessible(true);
        }
        return Arrays.stream(fields)
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toArray(Field[]::new);
    }

    private static @Nullable Object get(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
