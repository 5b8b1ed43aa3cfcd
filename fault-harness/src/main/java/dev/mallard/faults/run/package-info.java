/** Plays against a cluster while things go wrong, and takes down what came of it. */
@NullMarked
package dev.mallard.faults.run;

import org.jspecify.annotations.NullMarked;
