/** The link protocol between a gateway and the services behind it: frames, their codec, the control messages. */
@NullMarked
package dev.mallard.protocol.link;

import org.jspecify.annotations.NullMarked;
