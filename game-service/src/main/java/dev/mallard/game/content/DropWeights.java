package dev.mallard.game.content;

/**
 * Weights of what one roll of a monster's drop gives; the rest to {@link #total} is nothing.
 *
 * @param weapon weight of a plain weapon
 * @param armour weight of an armour part
 * @param food weight of a food
 * @param nothing weight of nothing
 */
public record DropWeights(int weapon, int armour, int food, int nothing) {

    /** Sum of all weights, above 0. */
    public int total() {
        return weapon + armour + food + nothing;
    }
}
