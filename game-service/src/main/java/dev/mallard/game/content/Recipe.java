package dev.mallard.game.content;

import java.util.List;

/**
 * What the core makes of what lies in it: one unit of each ingredient gives one of the result.
 *
 * @param ingredients item codes the core accepts
 * @param result item code of the product, which is also what coats a weapon
 */
public record Recipe(List<Integer> ingredients, int result) {

    /** Freezes the list. */
    public Recipe {
        ingredients = List.copyOf(ingredients);
    }
}
