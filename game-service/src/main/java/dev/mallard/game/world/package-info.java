/**
 * The state of one live game and the events it produces; free of threads, sockets and frameworks.
 */
@NullMarked
package dev.mallard.game.world;

import org.jspecify.annotations.NullMarked;
