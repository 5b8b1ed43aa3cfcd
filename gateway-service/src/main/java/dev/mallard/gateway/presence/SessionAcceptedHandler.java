package dev.mallard.gateway.presence;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.Destination;
import dev.mallard.gateway.upstream.ControlHandler;
import dev.mallard.gateway.upstream.UpstreamLink;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.SessionAccepted;

import java.util.Set;

/** Lets logins go on when lobbies know the session. */
final class SessionAcceptedHandler implements ControlHandler {

    private final LoginFlow logins;

    SessionAcceptedHandler(LoginFlow logins) {
        this.logins = logins;
    }

    @Override
    public Set<BodyCase> messages() {
        return Set.of(BodyCase.SESSION_ACCEPTED);
    }

    @Override
    public void handle(UpstreamLink link, LinkControl message) {
        SessionAccepted accepted = message.getSessionAccepted();
        ClientSession session = link.sessions().find(accepted.getUserId());
        if (link.instance().group().destination() == Destination.LOBBY
                && session != null
                && session.number() == accepted.getSessionNumber()) {
            logins.accepted(link, session, accepted.getLocation());
        }
    }
}
