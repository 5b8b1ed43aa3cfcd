package dev.mallard.bots.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PointTest {

    @Test
    void stepsStraightTowardTheGoal() {
        assertThat(Point.CORE.stepToward(new Point(6, 8), 5, 0)).isEqualTo(new Point(3, 4));
    }

    @Test
    void stopsShortOfTheGoal() {
        Point end = Point.CORE.stepToward(new Point(10, 0), 100, 2);
        assertThat(end.x()).isCloseTo(8, within(1e-9));
    }

    @Test
    void staysWhenNearerThanTheGap() {
        Point place = new Point(1, 1);
        assertThat(place.stepToward(place, 1, 0)).isEqualTo(place);
        assertThat(place.stepToward(Point.CORE, 1, 5)).isEqualTo(place);
    }

    @Test
    void turnsAroundTheCore() {
        Point turned = new Point(2, 0).turned(Math.PI / 2);
        assertThat(turned.x()).isCloseTo(0, within(1e-9));
        assertThat(turned.y()).isCloseTo(2, within(1e-9));
    }
}
