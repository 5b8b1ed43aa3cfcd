/** The rules of the game: one stateless class per player action or periodic step. */
@NullMarked
package dev.mallard.game.rules;

import org.jspecify.annotations.NullMarked;
