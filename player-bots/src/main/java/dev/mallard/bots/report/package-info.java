/** How a load run is shown: a line while it goes on; a table, a JSON file and an HTML page at its end. */
@NullMarked
package dev.mallard.bots.report;

import org.jspecify.annotations.NullMarked;
