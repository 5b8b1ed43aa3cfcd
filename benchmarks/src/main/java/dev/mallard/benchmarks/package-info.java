/** Programs that measure the services and compare them with yardsticks within one run. */
@NullMarked
package dev.mallard.benchmarks;

import org.jspecify.annotations.NullMarked;
