/** The load generator: plays many players for a time and tells what it measured. */
@NullMarked
package dev.mallard.bots.load;

import org.jspecify.annotations.NullMarked;
