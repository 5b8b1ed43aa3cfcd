/** Watches what a cluster takes of its machine over a long time, and whether it grows. */
@NullMarked
package dev.mallard.faults.soak;

import org.jspecify.annotations.NullMarked;
