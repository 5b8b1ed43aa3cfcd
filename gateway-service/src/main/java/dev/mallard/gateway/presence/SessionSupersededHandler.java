package dev.mallard.gateway.presence;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.DisconnectReason;
import dev.mallard.gateway.upstream.ControlHandler;
import dev.mallard.gateway.upstream.UpstreamLink;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.SessionSuperseded;

import java.util.Set;

/** Ends a session whose user has logged in at another gateway. */
final class SessionSupersededHandler implements ControlHandler {

    @Override
    public Set<BodyCase> messages() {
        return Set.of(BodyCase.SESSION_SUPERSEDED);
    }

    @Override
    public void handle(UpstreamLink link, LinkControl message) {
        SessionSuperseded superseded = message.getSessionSuperseded();
        ClientSession session = link.sessions().find(superseded.getUserId());
        if (session != null && session.number() < superseded.getSessionNumber()) {
            session.close(DisconnectReason.TAKEN_OVER);
        }
    }
}
