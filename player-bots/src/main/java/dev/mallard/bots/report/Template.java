package dev.mallard.bots.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of HTML with gaps, {@code {{name}}}, next to the class that fills them; {@code style} is there already. */
public final class Template {

    private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");

    private Template() {}

    /**
     * @param neighbour a class in the package of the page
     * @param page name of its file
     * @param parts what fills the gaps; those that are missing remain empty
     */
    public static String filled(Class<?> neighbour, String page, Map<String, String> parts) {
        Map<String, String> all = new HashMap<>(parts);
        all.put("style", text(Template.class, "report.css"));
        return GAP.matcher(text(neighbour, page))
                .replaceAll(
                        found -> Matcher.quoteReplacement(all.getOrDefault(found.group(1), "")));
    }

    private static String text(Class<?> neighbour, String name) {
        try (InputStream in = neighbour.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
