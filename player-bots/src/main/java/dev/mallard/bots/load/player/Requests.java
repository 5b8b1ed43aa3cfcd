package dev.mallard.bots.load.player;

import dev.mallard.bots.load.measure.Kind;
import dev.mallard.bots.load.measure.Measurements;
import dev.mallard.bots.load.measure.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The requests of one connection that wait for their outcome. The protocol has no request ids: an answer
 * belongs to the oldest request of its kind, an error to the oldest that it can be about. What is sent
 * without an answer, such as steps, can be refused too, and then an error may look like the end of a request
 * whose answer is still on its way: that is put right when the answer comes. One thread.
 */
final class Requests {

    private static final int MOST_DOUBTFUL = 64;

    private record Waiting(Kind kind, long intended, long sent) {}

    private record Doubtful(Kind kind, Outcome outcome) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<Doubtful> doubtful = new ArrayDeque<>();
    private final Measurements measurements;
    private final long timeout;
    private long othersUntil = Long.MIN_VALUE;

    /**
     * @param timeout nanoseconds after which a request counts as lost
     */
    Requests(Measurements measurements, long timeout) {
        this.measurements = measurements;
        this.timeout = timeout;
    }

    void sent(Kind kind, long intended, long now) {
        waiting.add(new Waiting(kind, intended, now));
        measurements.requestSent(kind);
    }

    /** Something was sent that is answered only with an error, if at all. */
    void sentWithoutAnswer(long now) {
        othersUntil = now + timeout;
    }

    private boolean othersMayBeRefused(long now) {
        return othersUntil != Long.MIN_VALUE && now - othersUntil < 0;
    }

    /** An answer came; if nothing of its kind was asked, and such answers come only then, that is an error. */
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
        answeredWithoutWaiting(kind);
    }

    private void answeredWithoutWaiting(Kind kind) {
        Doubtful request = takeDoubtful(doubt -> doubt.kind() == kind);
        if (request != null) {
            measurements.answeredAfterAll(kind, request.outcome());
        } else if (kind.onlyOnRequest()) {
            measurements.error(Measurements.UNASKED);
        }
    }

    /** Takes out the oldest that is wanted, or null. */
    private @Nullable Doubtful takeDoubtful(Predicate<Doubtful> wanted) {
        Iterator<Doubtful> oldestFirst = doubtful.iterator();
        while (oldestFirst.hasNext()) {
            Doubtful request = oldestFirst.next();
            if (wanted.test(request)) {
                oldestFirst.remove();
                return request;
            }
        }
        return null;
    }

    private void doubt(Kind kind, Outcome outcome) {
        if (doubtful.size() == MOST_DOUBTFUL) {
            doubtful.remove();
        }
        doubtful.add(new Doubtful(kind, outcome));
    }

    /** An error came; tells what was refused, null if nothing was asked that it can be about. */
    @Nullable Kind refused(String identifier, long now) {
        Set<Kind> suspects = ErrorIdentifiers.about(identifier);
        Iterator<Waiting> oldestFirst = waiting.iterator();
        while (oldestFirst.hasNext()) {
            Kind kind = oldestFirst.next().kind();
            if (suspects.contains(kind)) {
                oldestFirst.remove();
                measurements.requestEnded(kind, Outcome.REFUSED);
                if (othersMayBeRefused(now)) {
                    doubt(kind, Outcome.REFUSED);
                }
                return kind;
            }
        }
        if (!overtakenByGameEnd(suspects) && !othersMayBeRefused(now)) {
            measurements.error(Measurements.UNASKED);
        }
        return null;
    }

    /** Whether the error is the answer to a request that the end of the game seemed to have overtaken. */
    private boolean overtakenByGameEnd(Set<Kind> suspects) {
        return takeDoubtful(
                        doubt ->
                                doubt.outcome() == Outcome.OVERTAKEN
                                        && suspects.contains(doubt.kind()))
                != null;
    }

    /** The connection is over: nothing will be answered. */
    void closed() {
        end(Outcome.CLOSED);
        doubtful.clear();
        othersUntil = Long.MIN_VALUE;
    }

    /** The game is over: what was asked of it will not be answered. */
    void gameEnded() {
        waiting.removeIf(
                request -> {
                    if (request.kind().inGame()) {
                        measurements.requestEnded(request.kind(), Outcome.OVERTAKEN);
                        doubt(request.kind(), Outcome.OVERTAKEN);
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
    boolean lost(long now) {
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
