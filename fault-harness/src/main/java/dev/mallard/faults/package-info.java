/** The command that runs a cluster into trouble. */
@NullMarked
package dev.mallard.faults;

import org.jspecify.annotations.NullMarked;
