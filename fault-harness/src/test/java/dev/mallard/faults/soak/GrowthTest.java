package dev.mallard.faults.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class GrowthTest {

    private static Growth growth(Measure measure, boolean judged, double... values) {
        List<Growth.Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new Growth.Point(600.0 * i, values[i]));
        }
        return new Growth("lobby-1", measure, judged, points);
    }

    @Test
    void theSlopeIsThatOfTheBestLine() {
        assertThat(growth(Measure.THREADS, true, 10, 11, 12, 13).perHour())
                .isCloseTo(6, within(1e-9));
        assertThat(growth(Measure.THREADS, true, 10).perHour()).isZero();
    }

    @Test
    void moreThanFivePercentIsTooMuch() {
        assertThat(growth(Measure.RESIDENT, true, 100, 105).tooMuch()).isFalse();
        assertThat(growth(Measure.RESIDENT, true, 100, 90, 106).tooMuch()).isTrue();
        assertThat(growth(Measure.RESIDENT, true, 100, 50).tooMuch()).isFalse();
    }

    @Test
    void whatIsNotJudgedMayGrow() {
        assertThat(growth(Measure.ROWS, false, 100, 900).tooMuch()).isFalse();
    }

    @Test
    void whatWasNothingMayNotBecomeSomething() {
        assertThat(growth(Measure.ROWS, true, 0, 0).change()).isZero();
        assertThat(growth(Measure.ROWS, true, 0, 1).tooMuch()).isTrue();
    }

    @Test
    void tablesGrowByPages() {
        assertThat(growth(Measure.TABLE_SIZE, true, 8192, 40960).tooMuch()).isFalse();
        assertThat(growth(Measure.TABLE_SIZE, true, 8192, 400_000).tooMuch()).isTrue();
    }
}
