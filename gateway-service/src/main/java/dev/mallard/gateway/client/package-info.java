/** Client connections: the listener, a session per connection, its states, limits and its end. */
@NullMarked
package dev.mallard.gateway.client;

import org.jspecify.annotations.NullMarked;
