package dev.mallard.benchmarks.lobby;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several connections that all do room operations as fast as they can. */
public final class JdbcLoad implements AutoCloseable {

    private final List<JdbcRooms> rooms = new ArrayList<>();
    private final ExecutorService threads;

    public JdbcLoad(RoomDatabase database, int connections) throws SQLException {
        for (int i = 0; i < connections; i++) {
            rooms.add(new JdbcRooms(database.connect(), i));
        }
        threads = Executors.newFixedThreadPool(connections);
    }

    /** Works for a while, until the last rooms are gone. */
    public void run(Duration time, OperationTimes times) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        List<Future<?>> running = new ArrayList<>();
        for (JdbcRooms each : rooms) {
            running.add(
                    threads.submit(
                            () -> {
                                work(each, end, times);
                                return true;
                            }));
        }
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException("the yardstick failed", failure.getCause());
            }
        }
    }

    private static void work(JdbcRooms rooms, long end, OperationTimes times) throws SQLException {
        long begin = System.nanoTime();
        while (begin < end || !rooms.betweenRooms()) {
            RoomOperation operation = rooms.next();
            long now = System.nanoTime();
            times.record(operation, now - begin);
            begin = now;
        }
    }

    @Override
    public void close() throws SQLException {
        threads.shutdownNow();
        for (JdbcRooms each : rooms) {
            each.close();
        }
    }
}
