/** A TCP proxy that does to connections what bad networks do. */
@NullMarked
package dev.mallard.faults.proxy;

import org.jspecify.annotations.NullMarked;
