/** Gateways that do nothing but move bytes, to compare the real one with. */
@NullMarked
package dev.mallard.benchmarks.yardstick;

import org.jspecify.annotations.NullMarked;
