package dev.mallard.bots.scenario;

import dev.mallard.protocol.message.Position;

/** A place in the world. The core stands at the origin; the unit is that of the protocol. */
record Point(double x, double y) {

    static final Point CORE = new Point(0, 0);

    static Point atAngle(double radians, double distance) {
        return new Point(Math.cos(radians) * distance, Math.sin(radians) * distance);
    }

    double distanceTo(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** The place after a straight step toward a goal that ends at most {@code gap} short of it. */
    Point stepToward(Point goal, double step, double gap) {
        double distance = distanceTo(goal);
        double length = Math.min(step, distance - gap);
        if (length <= 0) {
            return this;
        }
        double share = length / distance;
        return new Point(x + (goal.x - x) * share, y + (goal.y - y) * share);
    }

    /** The place after a turn around the core. */
    Point turned(double radians) {
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        return new Point(x * cos - y * sin, x * sin + y * cos);
    }

    Position toPosition() {
        return Position.newBuilder().setX((float) x).setY((float) y).build();
    }
}
