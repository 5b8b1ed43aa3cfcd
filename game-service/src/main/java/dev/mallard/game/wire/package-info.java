/** How the events of a game look on the wire, and how they get to its players. */
@NullMarked
package dev.mallard.game.wire;

import org.jspecify.annotations.NullMarked;
