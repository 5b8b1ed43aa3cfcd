/** What operators see of live games, and what they can do: metrics, health, and an actuator endpoint. */
@NullMarked
package dev.mallard.game.ops;

import org.jspecify.annotations.NullMarked;
