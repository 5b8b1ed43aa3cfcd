/** Scripted players who play a whole match and tell what happens. */
@NullMarked
package dev.mallard.bots.scenario;

import org.jspecify.annotations.NullMarked;
