package dev.mallard.game.content;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A kind of object.
 *
 * @param code above 0
 * @param name display name
 * @param type what it is for
 * @param hitPoints when untouched
 * @param boxGrade row of the drop table for the content of a box; null for all others
 * @param drops item codes that players get for destroying it
 * @param dropAmount pieces per code
 */
public record ObjectKind(
        int code,
        String name,
        ObjectType type,
        int hitPoints,
        @Nullable DropGrade boxGrade,
        List<Integer> drops,
        int dropAmount) {

    /** Freezes the list. */
    public ObjectKind {
        drops = List.copyOf(drops);
    }
}
