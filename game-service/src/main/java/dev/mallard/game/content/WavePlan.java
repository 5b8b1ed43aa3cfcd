package dev.mallard.game.content;

import java.util.List;

/**
 * The waves: wave n (from 1) has {@code base + growth * n} monsters of the codes of its stage.
 *
 * @param base fixed part of the size
 * @param growth additional monsters per wave
 * @param stages in ascending order, the first from wave 1
 */
public record WavePlan(int base, int growth, List<Stage> stages) {

    /** Freezes the list. */
    public WavePlan {
        stages = List.copyOf(stages);
    }

    /**
     * Which monsters come from some wave on.
     *
     * @param fromWave first wave of the stage
     * @param codes kinds of monsters, all equally likely
     */
    public record Stage(int fromWave, List<Integer> codes) {

        /** Freezes the list. */
        public Stage {
            codes = List.copyOf(codes);
        }
    }

    /** Number of monsters of a wave, limited to the range of int. */
    public int size(int wave) {
        return (int) Math.min(Integer.MAX_VALUE, base + (long) growth * wave);
    }

    /** Kinds of monsters of a wave. */
    public List<Integer> codes(int wave) {
        List<Integer> codes = stages.getFirst().codes();
        for (Stage stage : stages) {
            if (wave >= stage.fromWave()) {
                codes = stage.codes();
            }
        }
        return codes;
    }
}
