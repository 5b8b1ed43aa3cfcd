package dev.mallard.gateway.upstream;

import dev.mallard.protocol.link.message.LinkControl;

import java.util.Set;

/** Serves control messages of services. Called on the link's event loop: must not block. */
public interface ControlHandler {

    /** The messages that this handler wants; constant. Several handlers may want the same ones. */
    Set<LinkControl.BodyCase> messages();

    void handle(UpstreamLink link, LinkControl message);
}
