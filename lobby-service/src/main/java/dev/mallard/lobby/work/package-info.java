/** Where requests are served: away from the event loops, in order per user, within bounds. */
@NullMarked
package dev.mallard.lobby.work;

import org.jspecify.annotations.NullMarked;
