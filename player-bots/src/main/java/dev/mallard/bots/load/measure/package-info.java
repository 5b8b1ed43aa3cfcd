/** What a load run measures: requests and their outcomes, latencies, errors, and how all this went over time. */
@NullMarked
package dev.mallard.bots.load.measure;

import org.jspecify.annotations.NullMarked;
