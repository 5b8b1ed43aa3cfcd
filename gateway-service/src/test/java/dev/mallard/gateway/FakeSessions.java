package dev.mallard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.protocol.link.message.SessionOpened;
import dev.mallard.transport.NettyConnection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is logged in at a fake service, and on which link. */
final class FakeSessions {

    private final Map<Integer, NettyConnection> linkOfUser = new ConcurrentHashMap<>();
    private final Map<Integer, Long> sessionOfUser = new ConcurrentHashMap<>();

    void opened(SessionOpened session, NettyConnection link) {
        sessionOfUser.put(session.getUserId(), session.getSessionNumber());
        linkOfUser.put(session.getUserId(), link);
    }

    /** The number of the session that was announced last. */
    long number(int userId) {
        link(userId);
        return sessionOfUser.getOrDefault(userId, 0L);
    }

    /** The link of a user. */
    NettyConnection link(int userId) {
        // A login waits for the lobby only; the game service may learn of it later than the client.
        // Awaiting takes a while even for what is there already, and would hold up the fake's event
        // loop.
        if (!linkOfUser.containsKey(userId)) {
            await().until(() -> linkOfUser.containsKey(userId));
        }
        NettyConnection link = linkOfUser.get(userId);
        assertThat(link).as("link of user %d", userId).isNotNull();
        return link;
    }
}
