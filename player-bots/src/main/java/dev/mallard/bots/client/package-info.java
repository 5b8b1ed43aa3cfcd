/** A client of the gateway for game developers: blocking requests, and notifications as they come. */
@NullMarked
package dev.mallard.bots.client;

import org.jspecify.annotations.NullMarked;
