/** The players of a load run, all on one event loop: their connections, rooms, and what they know of a game. */
@NullMarked
package dev.mallard.bots.load.player;

import org.jspecify.annotations.NullMarked;
