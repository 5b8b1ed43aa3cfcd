/** Looks, when all players have gone, for what should not be there. */
@NullMarked
package dev.mallard.faults.check;

import org.jspecify.annotations.NullMarked;
