/** Tests of the game benchmark's own parts. */
@NullMarked
package dev.mallard.benchmarks.game;

import org.jspecify.annotations.NullMarked;
