/** Does to a cluster what a script says. */
@NullMarked
package dev.mallard.faults.inject;

import org.jspecify.annotations.NullMarked;
