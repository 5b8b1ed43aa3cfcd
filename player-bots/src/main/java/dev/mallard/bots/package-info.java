/** The command line: a match of scripted players against a running suite. */
@NullMarked
package dev.mallard.bots;

import org.jspecify.annotations.NullMarked;
