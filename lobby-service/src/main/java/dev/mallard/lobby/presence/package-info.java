/** Who is logged in: where a user is, and what becomes of the rooms of users who are gone. */
@NullMarked
package dev.mallard.lobby.presence;

import org.jspecify.annotations.NullMarked;
