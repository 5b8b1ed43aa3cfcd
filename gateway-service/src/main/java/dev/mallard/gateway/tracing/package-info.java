/** Traces of requests through the gateway, off by default. */
@NullMarked
package dev.mallard.gateway.tracing;

import org.jspecify.annotations.NullMarked;
