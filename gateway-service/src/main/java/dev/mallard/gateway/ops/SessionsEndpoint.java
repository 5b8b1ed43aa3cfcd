package dev.mallard.gateway.ops;

import dev.mallard.gateway.client.ConnectionLimits;
import dev.mallard.gateway.client.SessionCounters;
import dev.mallard.gateway.client.SessionInspector;
import dev.mallard.gateway.client.SessionPhase;
import dev.mallard.gateway.client.SessionSnapshot;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

import java.util.EnumMap;
import java.util.Map;

/** Shows how many sessions there are, and one user's session; disconnects a user. */
@Component
@Endpoint(id = "sessions")
public class SessionsEndpoint {

    private final SessionCounters counters;
    private final ConnectionLimits connections;
    private final SessionInspector inspector;

    public SessionsEndpoint(
            SessionCounters counters, ConnectionLimits connections, SessionInspector inspector) {
        this.counters = counters;
        this.connections = connections;
        this.inspector = inspector;
    }

    /**
     * All sessions of the gateway in numbers.
     *
     * @param connections open connections
     * @param addresses different addresses that they come from
     * @param byState sessions by their state
     */
    public record Sessions(int connections, int addresses, Map<SessionPhase, Long> byState) {}

    @ReadOperation
    public Sessions sessions() {
        Map<SessionPhase, Long> byState = new EnumMap<>(SessionPhase.class);
        for (SessionPhase phase : SessionPhase.values()) {
            byState.put(phase, counters.inPhase(phase));
        }
        return new Sessions(connections.open(), connections.addresses(), byState);
    }

    /** The session of a user, or null (404) if the user is not at this gateway. */
    @ReadOperation
    public @Nullable SessionSnapshot session(@Selector int userId) {
        return inspector.find(userId).join().orElse(null);
    }

    /** Disconnects a user: 204, or 404 if the user is not at this gateway. */
    @DeleteOperation
    public WebEndpointResponse<Void> disconnect(@Selector int userId) {
        return new WebEndpointResponse<>(
                inspector.disconnect(userId)
                        ? WebEndpointResponse.STATUS_NO_CONTENT
                        : WebEndpointResponse.STATUS_NOT_FOUND);
    }
}
