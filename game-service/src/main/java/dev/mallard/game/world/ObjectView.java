package dev.mallard.game.world;

import java.util.List;

/**
 * An object as clients see it.
 *
 * @param objectId id, unique in one game; 1 = core
 * @param objectCode kind of object
 * @param content boxes: all slots in order, {@link ItemStack#EMPTY} for a free one; core: its
 *     stacks; otherwise as the packet demands
 * @param x world x
 * @param y world y
 */
public record ObjectView(int objectId, int objectCode, List<ItemStack> content, float x, float y) {

    /** Freezes the content. */
    public ObjectView {
        content = List.copyOf(content);
    }
}
