/** Results as tables, as Markdown and as JSON. */
@NullMarked
package dev.mallard.benchmarks.report;

import org.jspecify.annotations.NullMarked;
