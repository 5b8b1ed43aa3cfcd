/** What operators see: health, metrics and management endpoints. */
@NullMarked
package dev.mallard.lobby.ops;

import org.jspecify.annotations.NullMarked;
