/** The gateway service: its start, and what all of its packages share. */
@NullMarked
package dev.mallard.gateway;

import org.jspecify.annotations.NullMarked;
