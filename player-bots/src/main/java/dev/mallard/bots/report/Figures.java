package dev.mallard.bots.report;

import java.util.Locale;

/** Writes numbers as people read them. */
public final class Figures {

    private Figures() {}

    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    public static String rate(double perSecond) {
        return count(Math.round(perSecond));
    }

    /** Three significant digits or so. */
    public static String millis(double millis) {
        if (millis == 0) {
            return "0";
        }
        if (millis < 1) {
            return String.format(Locale.ROOT, "%.3f", millis);
        }
        if (millis < 100) {
            return String.format(Locale.ROOT, "%.2f", millis);
        }
        return String.format(Locale.ROOT, "%,.0f", millis);
    }

    /** With as few digits as it takes, for axes. */
    public static String plain(double value) {
        if (value >= 1000 && value == Math.rint(value)) {
            return count((long) value);
        }
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
