/** What players do: scripts of intents, one class for each. */
@NullMarked
package dev.mallard.bots.load.behaviour;

import org.jspecify.annotations.NullMarked;
