/** How games begin and end, and how players leave and come back, in step with the gateways and the lobby. */
@NullMarked
package dev.mallard.game.lifecycle;

import org.jspecify.annotations.NullMarked;
