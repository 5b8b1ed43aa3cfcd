package dev.mallard.faults.soak;

import java.util.List;

/**
 * How one figure went over the rests of a soak.
 *
 * @param of what it is a figure of, such as {@code lobby-1}
 * @param judged whether it must not grow; what was started anew, or keeps history, may
 * @param points its values
 */
public record Growth(String of, Measure measure, boolean judged, List<Point> points) {

    /** By how much something may have grown from the first rest to the last. */
    public static final double LIMIT = 0.05;

    private static final double SECONDS_PER_HOUR = 3600;

    /**
     * @param second when it was looked at
     */
    public record Point(double second, double value) {}

    public Growth {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("nothing is known of " + of);
        }
    }

    public double first() {
        return points.getFirst().value();
    }

    public double last() {
        return points.getLast().value();
    }

    /** The change from the first rest to the last as a share of the first; 0 if both are 0. */
    public double change() {
        double grown = last() - first();
        return grown == 0 ? 0 : grown / Math.max(first(), 1);
    }

    /** The slope of the line that fits best, per hour. */
    public double perHour() {
        double seconds = points.stream().mapToDouble(Point::second).average().orElse(0);
        double values = points.stream().mapToDouble(Point::value).average().orElse(0);
        double product = 0;
        double square = 0;
        for (Point point : points) {
            product += (point.second() - seconds) * (point.value() - values);
            square += (point.second() - seconds) * (point.second() - seconds);
        }
        return square == 0 ? 0 : product / square * SECONDS_PER_HOUR;
    }

    /** Whether it grew by more than the limit. */
    public boolean tooMuch() {
        return judged && change() > LIMIT && last() - first() > measure.slack();
    }
}
