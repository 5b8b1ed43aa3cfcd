/** How many games one game service can tick in time, measured through links like a gateway's. */
@NullMarked
package dev.mallard.benchmarks.game;

import org.jspecify.annotations.NullMarked;
