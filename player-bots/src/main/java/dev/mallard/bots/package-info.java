/** The command line: a match of scripted players, or the load of many, against a running suite. */
@NullMarked
package dev.mallard.bots;

import org.jspecify.annotations.NullMarked;
