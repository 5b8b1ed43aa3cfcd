package dev.mallard.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Text in rows and columns. Confined to one thread. */
public final class Table {

    private final String title;
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String title, String... header) {
        this.title = title;
        this.header = List.of(header);
    }

    /**
     * @throws IllegalArgumentException unless there is one cell for each column
     */
    public void add(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + header);
        }
        rows.add(List.of(cells));
    }

    /** With columns aligned by spaces. */
    public String toText() {
        StringBuilder text = new StringBuilder(title).append('\n');
        appendLine(text, header);
        for (List<String> row : rows) {
            appendLine(text, row);
        }
        return text.toString();
    }

    private void appendLine(StringBuilder text, List<String> cells) {
        StringBuilder line = new StringBuilder(" ");
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String padding = " ".repeat(width(i) - cell.length());
            // The first column has names, the others numbers.
            line.append(' ').append(i == 0 ? cell + padding : padding + cell).append(' ');
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(int column) {
        int width = header.get(column).length();
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }

    /** As a table of Markdown. */
    public String toMarkdown() {
        StringBuilder text = new StringBuilder("**").append(title).append("**\n\n");
        appendRow(text, header);
        text.append("|---").append("|---:".repeat(header.size() - 1)).append("|\n");
        rows.forEach(row -> appendRow(text, row));
        return text.toString();
    }

    private static void appendRow(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
