/** Spring Integration TCP connection factories, connections and adapter on Netty's event loop. */
@NullMarked
package dev.mallard.transport;

import org.jspecify.annotations.NullMarked;
