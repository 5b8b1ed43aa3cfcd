package dev.mallard.bots.client;

import com.google.protobuf.Message;

import dev.mallard.protocol.message.S2CErrorNotification;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** The answer that a request waits for. Offered to by the reader, awaited by the caller. */
final class PendingAnswer<T extends Message> {

    /** What became of a request. */
    private sealed interface Outcome<T> {
        record Answered<T>(T answer) implements Outcome<T> {}

        record Refused<T>(S2CErrorNotification error) implements Outcome<T> {}

        record Ended<T>(ConnectionEnd end) implements Outcome<T> {}
    }

    private final Class<T> type;
    private final Predicate<? super T> condition;
    private final CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();

    PendingAnswer(Class<T> type, Predicate<? super T> condition) {
        this.type = type;
        this.condition = condition;
    }

    /** Takes a received message if it is the answer; an error is, since it has no other addressee. */
    boolean offer(Message message) {
        if (message instanceof S2CErrorNotification error) {
            return outcome.complete(new Outcome.Refused<>(error));
        }
        if (!type.isInstance(message)) {
            return false;
        }
        T answer = type.cast(message);
        return condition.test(answer) && outcome.complete(new Outcome.Answered<>(answer));
    }

    void connectionEnded(ConnectionEnd end) {
        outcome.complete(new Outcome.Ended<>(end));
    }

    /**
     * @throws ServerErrorException if the server refused
     * @throws ConnectionEndedException if the connection ended first
     * @throws ResponseTimeoutException if nothing came in time
     */
    T await(Duration timeout) throws InterruptedException {
        Outcome<T> result;
        try {
            result = outcome.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new ResponseTimeoutException(type.getSimpleName(), timeout);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        return switch (result) {
            case Outcome.Answered<T>(T answer) -> answer;
            case Outcome.Refused<T>(S2CErrorNotification error) ->
                    throw new ServerErrorException(error);
            case Outcome.Ended<T>(ConnectionEnd end) ->
                    throw new ConnectionEndedException(type.getSimpleName(), end);
        };
    }
}
