package dev.mallard.game.content;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a monster of one grade, or a box of one letter, gives.
 *
 * @param grade the row
 * @param ratePercent chance that anything drops at all, 0 to 100
 * @param minRolls smallest number of rolls
 * @param maxRolls largest number of rolls
 * @param gradePercent chances of COMMON, RARE, EPIC, LEGENDARY in this order; their sum is 100
 */
public record DropRow(
        DropGrade grade, int ratePercent, int minRolls, int maxRolls, List<Integer> gradePercent) {

    private static final Grade[] COLUMNS = {Grade.COMMON, Grade.RARE, Grade.EPIC, Grade.LEGENDARY};

    /** Freezes the list. */
    public DropRow {
        gradePercent = List.copyOf(gradePercent);
    }

    /** Draws an item grade. */
    public Grade drawGrade(RandomGenerator random) {
        int draw = random.nextInt(100);
        for (int column = 0; column < COLUMNS.length; column++) {
            draw -= gradePercent.get(column);
            if (draw < 0) {
                return COLUMNS[column];
            }
        }
        return Grade.LEGENDARY;
    }
}
