/** From a room to a game and back: preparation, the end of games, and match history. */
@NullMarked
package dev.mallard.lobby.match;

import org.jspecify.annotations.NullMarked;
