package dev.mallard.bots.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void aLinearAxisEndsAtARoundNumber() {
        assertThat(Axis.linear(200).ticks()).containsExactly(0.0, 50.0, 100.0, 150.0, 200.0);
        assertThat(Axis.linear(8691).high()).isEqualTo(10_000);
        assertThat(Axis.linear(0).high()).isEqualTo(1);
        assertThat(Axis.linear(60).place(30)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aLogarithmicAxisHasWholeDecades() {
        Axis axis = Axis.logarithmic(0.3, 42);
        assertThat(axis.ticks()).containsExactly(0.1, 1.0, 10.0, 100.0);
        assertThat(axis.place(0.1)).isZero();
        assertThat(axis.place(10)).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(axis.place(0)).isZero();
        assertThat(axis.place(1000)).isEqualTo(1);
        assertThat(Axis.logarithmic(1, 1).high()).isEqualTo(10);
    }

    @Test
    void figuresAreShort() {
        assertThat(Figures.plain(0.1)).isEqualTo("0.1");
        assertThat(Figures.plain(20_000)).isEqualTo("20,000");
        assertThat(Figures.plain(2.5)).isEqualTo("2.5");
        assertThat(Figures.millis(0.1234)).isEqualTo("0.123");
        assertThat(Figures.millis(1234.5)).isIn("1,234", "1,235");
    }
}
