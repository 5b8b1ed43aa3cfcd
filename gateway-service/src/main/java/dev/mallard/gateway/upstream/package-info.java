/** The services behind the gateway: groups of instances, the links to them, and the choice among them. */
@NullMarked
package dev.mallard.gateway.upstream;

import org.jspecify.annotations.NullMarked;
