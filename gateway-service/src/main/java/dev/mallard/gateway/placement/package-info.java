/** Where games run and who plays in them: preparing and ending games, seats, and games whose service is lost. */
@NullMarked
package dev.mallard.gateway.placement;

import org.jspecify.annotations.NullMarked;
