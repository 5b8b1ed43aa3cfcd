/** What operators see: health, metrics, and the endpoints for routes and upstreams. */
@NullMarked
package dev.mallard.gateway.ops;

import org.jspecify.annotations.NullMarked;
