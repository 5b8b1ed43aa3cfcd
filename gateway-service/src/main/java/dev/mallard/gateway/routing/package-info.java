/** Who serves which packet: the routing table, its rules, and the router that follows it. */
@NullMarked
package dev.mallard.gateway.routing;

import org.jspecify.annotations.NullMarked;
