/** What is done with each kind of packet that players send during a game: one handler for each type. */
@NullMarked
package dev.mallard.game.handler;

import org.jspecify.annotations.NullMarked;
