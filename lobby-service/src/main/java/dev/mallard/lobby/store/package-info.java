/** How the lobby uses its database: bounded retries of conflicting changes, and what an outage looks like. */
@NullMarked
package dev.mallard.lobby.store;

import org.jspecify.annotations.NullMarked;
