package dev.mallard.protocol.link.server;

import dev.mallard.protocol.link.message.Load;

/** Tells the gateways how busy this service is; called for each heartbeat, on event loops. */
@FunctionalInterface
public interface LoadSource {

    /** What the service has to do at the moment; the number of sessions is filled in by the caller. */
    Load currentLoad();
}
