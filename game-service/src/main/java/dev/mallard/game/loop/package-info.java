/** What makes games live: a mailbox and a thread for each, a clock that ticks for all, and who plays where. */
@NullMarked
package dev.mallard.game.loop;

import org.jspecify.annotations.NullMarked;
