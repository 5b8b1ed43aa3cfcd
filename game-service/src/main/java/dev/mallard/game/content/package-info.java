/** The game data: what exists in the game and its figures, read from YAML and checked at load. */
@NullMarked
package dev.mallard.game.content;

import org.jspecify.annotations.NullMarked;
