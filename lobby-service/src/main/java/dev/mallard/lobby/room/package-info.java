/** Rooms and their members: creating, joining, leaving, listing, and what is shown to a waiting room. */
@NullMarked
package dev.mallard.lobby.room;

import org.jspecify.annotations.NullMarked;
