/** Telling the services who is logged in: opening a session at login, ending it, giving it up for a newer one. */
@NullMarked
package dev.mallard.gateway.presence;

import org.jspecify.annotations.NullMarked;
