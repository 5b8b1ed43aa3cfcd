/** The game service: everything that is live games, put together and configured. */
@NullMarked
package dev.mallard.game;

import org.jspecify.annotations.NullMarked;
