/** How a fault run is shown: lines while it goes on; tables, a JSON file and an HTML page at its end. */
@NullMarked
package dev.mallard.faults.report;

import org.jspecify.annotations.NullMarked;
