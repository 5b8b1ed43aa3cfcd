/** A live game as bytes, and back: a compact binary format of its own, written in one pass. */
@NullMarked
package dev.mallard.game.snapshot;

import org.jspecify.annotations.NullMarked;
