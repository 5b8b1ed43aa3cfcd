package dev.mallard.bots.load.player;

import dev.mallard.bots.load.measure.Kind;
import dev.mallard.bots.load.measure.Measurements;
import dev.mallard.bots.load.measure.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Set;

/**
 * The requests of one connection that wait for their outcome. The protocol has no request ids: an answer
 * belongs to the oldest request of its kind, an error to the oldest that it can be about. One thread.
 */
final class Requests {

    private record Waiting(Kind kind, long intended, long sent) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Measurements measurements;

    Requests(Measurements measurements) {
        this.measurements = measurements;
    }

    void sent(Kind kind, long intended, long now) {
        waiting.add(new Waiting(kind, intended, now));
        measurements.requestSent(kind);
    }

    /** An answer came; without effect if nothing of its kind was asked. */
    void answered(Kind kind, long now) {
        Iterator<Waiting> oldestFirst = waiting.iterator();
        while (oldestFirst.hasNext()) {
            Waiting request = oldestFirst.next();
            if (request.kind() == kind) {
                oldestFirst.remove();
                measurements.latency(kind, request.intended(), now);
                measurements.requestEnded(kind, Outcome.ANSWERED);
                return;
            }
        }
    }

    /** An error came; tells what was refused, null if nothing was asked that it can be about. */
    @Nullable Kind refused(String identifier) {
        Set<Kind> suspects = ErrorIdentifiers.about(identifier);
        Iterator<Waiting> oldestFirst = waiting.iterator();
        while (oldestFirst.hasNext()) {
            Kind kind = oldestFirst.next().kind();
            if (suspects.contains(kind)) {
                oldestFirst.remove();
                measurements.requestEnded(kind, Outcome.REFUSED);
                return kind;
            }
        }
        return null;
    }

    /** The connection is over: nothing will be answered. */
    void closed() {
        end(Outcome.CLOSED);
    }

    /** The game is over: what was asked of it will not be answered. */
    void gameEnded() {
        waiting.removeIf(
                request -> {
                    if (request.kind().inGame()) {
                        measurements.requestEnded(request.kind(), Outcome.OVERTAKEN);
                        return true;
                    }
                    return false;
                });
    }

    /**
     * Gives up everything if the oldest request has waited too long: later answers could not be told
     * apart any more.
     *
     * @return whether it was so; then the connection has to be closed
     */
    boolean lost(long now, long timeout) {
        Waiting oldest = waiting.peek();
        if (oldest == null || now - oldest.sent() < timeout) {
            return false;
        }
        while (oldest != null && now - oldest.sent() >= timeout) {
            waiting.poll();
            measurements.requestEnded(oldest.kind(), Outcome.LOST);
            measurements.error(Measurements.LOST);
            oldest = waiting.peek();
        }
        closed();
        return true;
    }

    boolean none() {
        return waiting.isEmpty();
    }

    private void end(Outcome outcome) {
        for (Waiting request = waiting.poll(); request != null; request = waiting.poll()) {
            measurements.requestEnded(request.kind(), outcome);
        }
    }
}
