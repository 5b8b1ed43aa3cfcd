package dev.mallard.faults.system;

import com.jayway.jsonpath.JsonPath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One query of a panel of a dashboard.
 *
 * @param dashboard file name of the dashboard, without its ending
 * @param title what the panel is called
 * @param query what it asks Prometheus for
 * @param legend how it calls the series
 */
record Panel(String dashboard, String title, String query, String legend) {

    private static final Path DASHBOARDS =
            Path.of("..", "k8s", "components", "grafana", "dashboards");
    private static final Pattern LABEL = Pattern.compile("\\{\\{ *(\\w+) *}}");

    static List<Panel> all() throws IOException {
        List<Panel> panels = new ArrayList<>();
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            for (Path file : files.sorted().toList()) {
                String dashboard = file.toFile().getName().replace(".json", "");
                List<Map<String, Object>> found =
                        JsonPath.read(Files.readString(file), "$.panels[*]");
                found.forEach(panel -> panels.addAll(of(dashboard, panel)));
            }
        }
        return panels;
    }

    private static List<Panel> of(String dashboard, Map<String, Object> panel) {
        List<Map<String, Object>> targets = JsonPath.read(panel, "$.targets");
        return targets.stream()
                .map(
                        target ->
                                new Panel(
                                        dashboard,
                                        String.valueOf(panel.get("title")),
                                        String.valueOf(target.get("expr"))
                                                .replace("$__rate_interval", "10s"),
                                        String.valueOf(target.getOrDefault("legendFormat", ""))))
                .toList();
    }

    /** The labels by which it tells the series apart. */
    Set<String> labels() {
        return LABEL.matcher(legend).results().map(l -> l.group(1)).collect(Collectors.toSet());
    }
}
