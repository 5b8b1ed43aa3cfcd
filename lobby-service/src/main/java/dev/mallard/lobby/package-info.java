/** The lobby service: what players do between games. */
@NullMarked
package dev.mallard.lobby;

import org.jspecify.annotations.NullMarked;
