package dev.mallard.protocol.link.server;

import dev.mallard.protocol.link.message.LinkControl;

/**
 * What a service does with the control messages that are not the link's own business: preparing, ending and
 * resuming games. Called on event loops: must not block.
 */
@FunctionalInterface
public interface ControlListener {

    void onControl(GatewayLink link, LinkControl message);
}
