package dev.mallard.deployment;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes PromQL apart as far as needed to know which metrics it asks for. */
final class Queries {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*+(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");

    private Queries() {}

    static Set<String> metricsOf(String query) {
        String plain =
                query.replaceAll("\"[^\"]*\"", "")
                        .replaceAll("\\{[^}]*}", "")
                        .replaceAll("\\[[^\\]]*]", "")
                        .replaceAll("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)", "")
                        .replaceAll("\\boffset\\s+\\w+", "");
        return NAME.matcher(plain)
                .results()
                .map(match -> match.group())
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toSet());
    }
}
