package dev.mallard.game.takeover;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Games in Redis. Whatever has a condition is a script, so that it happens as a whole or not at all. The names
 * of the keys: {@code services} is the set of all services that were ever seen and may have games, {@code
 * lease:}<i>service</i> exists while it is alive, {@code games:}<i>service</i> is the set of its games, and
 * {@code game:}<i>id</i> a hash with everything about a game.
 */
final class RedisGameStore implements GameStore {

    private static final LuaScript RENEW = LuaScript.named("renew");
    private static final LuaScript WRITE = LuaScript.named("write");
    private static final LuaScript LOST = LuaScript.named("lost");
    private static final LuaScript CLAIM = LuaScript.named("claim");
    private static final LuaScript PASS = LuaScript.named("pass");
    private static final LuaScript END = LuaScript.named("end");
    private static final LuaScript PEERS = LuaScript.named("peers");

    private static final String UNREADABLE = "unreadable";
    private static final int FIELDS_OF_CLAIMED = 6;
    private static final int HOLDINGS_PER_CALL = 500;

    private final RedisConnections connections;
    private final Incarnation self;
    private final byte[] prefix;
    private final long leaseMillis;
    private final long ttlMillis;
    private final Duration patience;
    private final long claimMillis;

    /** By how much Redis's time of day is ahead of our monotonic time at least, by the last renewal; milliseconds. */
    private volatile long clockAhead;

    RedisGameStore(RedisConnections connections, Incarnation self, TakeoverProperties properties) {
        this.connections = connections;
        this.self = self;
        this.prefix = properties.prefix().getBytes(StandardCharsets.UTF_8);
        this.leaseMillis = properties.lease().toMillis();
        this.ttlMillis = properties.recordTtl().toMillis();
        // Lettuce ends a command itself; this is for the case that it is too late as well.
        this.patience = properties.commandTimeout().multipliedBy(2);
        // What is left is for the answer.
        this.claimMillis = properties.commandTimeout().toMillis() / 2;
    }

    @Override
    public boolean renewLease(int free) {
        List<Long> answer = list(RENEW, own().add(leaseMillis).add(free));
        clockAhead = answer.get(1) - millis();
        return answer.get(0) == 1;
    }

    @Override
    public void giveUpLease() {
        await(control().del(key("lease:" + self.name())).toCompletableFuture());
    }

    @Override
    public CompletionStage<WriteAnswer> write(List<StoredGame> games) {
        return this.<List<List<byte[]>>>inBulk(
                        WRITE,
                        own().add(self.instance()).add(ttlMillis).add(StoredGame.pack(games)))
                .thenApply(answer -> new WriteAnswer(ids(answer.get(0)), ids(answer.get(1))));
    }

    @Override
    public CompletionStage<Void> end(List<Holding> games) {
        return this.<List<byte[]>>inBulk(END, own().add(ttlMillis).add(games))
                .thenAccept(nothing -> {});
    }

    private <T> CompletionStage<T> inBulk(LuaScript script, ScriptArguments arguments) {
        try {
            return RedisGameStore.<T>run(
                            connections.bulk(), prefix, script, ScriptOutputType.MULTI, arguments)
                    .exceptionally(
                            failure -> {
                                throw failed(failure);
                            });
        } catch (RedisException notConnected) {
            return CompletableFuture.failedStage(failed(notConnected));
        }
    }

    @Override
    public Set<Integer> lost(Collection<Holding> games, boolean unknownIsOwn) {
        return notOwnedBy(self.name(), games, unknownIsOwn);
    }

    @Override
    public Set<Integer> taken(Collection<Holding> games) {
        return notOwnedBy(RELEASED, games, false);
    }

    private Set<Integer> notOwnedBy(String owner, Collection<Holding> games, boolean unknownIsOwn) {
        return inParts(
                LOST, games, () -> new ScriptArguments().add(owner).add(unknownIsOwn ? 1 : 0));
    }

    @Override
    public Set<Integer> release(Collection<Holding> games) {
        return pass(self.name(), RELEASED, true, games);
    }

    @Override
    public Set<Integer> takeBack(Collection<Holding> games) {
        return pass(RELEASED, self.name(), true, games);
    }

    @Override
    public void setAside(Holding game) {
        pass(self.name(), UNREADABLE, false, List.of(game));
    }

    private Set<Integer> pass(
            String from, String to, boolean claimable, Collection<Holding> games) {
        return inParts(
                PASS,
                games,
                () ->
                        new ScriptArguments()
                                .add(from)
                                .add(to)
                                .add(claimable ? 1 : 0)
                                .add(ttlMillis));
    }

    /** The ids that a script returns about some games, however many they are. */
    private Set<Integer> inParts(
            LuaScript script, Collection<Holding> games, Supplier<ScriptArguments> begin) {
        List<Holding> all = List.copyOf(games);
        Set<Integer> found = new HashSet<>();
        for (int from = 0; from < all.size(); from += HOLDINGS_PER_CALL) {
            int to = Math.min(all.size(), from + HOLDINGS_PER_CALL);
            found.addAll(ids(list(script, begin.get().add(all.subList(from, to)))));
        }
        return found;
    }

    @Override
    public List<ClaimedGame> claim(int atMost) {
        // A claim that is carried out too late would take games of which nobody here hears.
        long deadline = millis() + clockAhead + claimMillis;
        List<byte[]> fields =
                list(CLAIM, own().add(self.instance()).add(atMost).add(ttlMillis).add(deadline));
        List<ClaimedGame> claimed = new ArrayList<>();
        for (int n = 0; n < fields.size(); n += FIELDS_OF_CLAIMED) {
            Holding holding =
                    new Holding(
                            Integer.parseInt(text(fields.get(n))),
                            Long.parseLong(text(fields.get(n + 1))));
            claimed.add(
                    new ClaimedGame(
                            holding,
                            text(fields.get(n + 2)),
                            fields.get(n + 3),
                            fields.get(n + 4),
                            fields.get(n + 5)));
        }
        return claimed;
    }

    @Override
    public int roomElsewhere() {
        return (int) Math.min(Integer.MAX_VALUE, integer(PEERS, own()));
    }

    @Override
    public Duration uptime() {
        String info = await(control().info("server").toCompletableFuture());
        return info.lines()
                .filter(line -> line.startsWith("uptime_in_seconds:"))
                .findFirst()
                .map(line -> Duration.ofSeconds(Long.parseLong(line.substring(18).strip())))
                .orElse(Duration.ZERO);
    }

    private static long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private ScriptArguments own() {
        return new ScriptArguments().add(self.name());
    }

    private byte[] key(String name) {
        return (new String(prefix, StandardCharsets.UTF_8) + name).getBytes(StandardCharsets.UTF_8);
    }

    private long integer(LuaScript script, ScriptArguments arguments) {
        return await(
                RedisGameStore.<Long>run(
                        control(), prefix, script, ScriptOutputType.INTEGER, arguments));
    }

    private <E> List<E> list(LuaScript script, ScriptArguments arguments) {
        return await(
                RedisGameStore.<List<E>>run(
                        control(), prefix, script, ScriptOutputType.MULTI, arguments));
    }

    private RedisAsyncCommands<byte[], byte[]> control() {
        try {
            return connections.control();
        } catch (RedisException notConnected) {
            throw failed(notConnected);
        }
    }

    /** A Redis that does not know a script yet gets it in full. */
    private static <T> CompletableFuture<T> run(
            RedisAsyncCommands<byte[], byte[]> commands,
            byte[] prefix,
            LuaScript script,
            ScriptOutputType output,
            ScriptArguments arguments) {
        byte[][] keys = {prefix};
        byte[][] values = arguments.toArray();
        return commands.<T>evalsha(script.digest(), output, keys, values)
                .toCompletableFuture()
                .exceptionallyCompose(
                        failure ->
                                cause(failure) instanceof RedisNoScriptException
                                        ? commands.<T>eval(script.text(), output, keys, values)
                                                .toCompletableFuture()
                                        : CompletableFuture.failedFuture(failure));
    }

    private <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed(interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw failed(failure);
        }
    }

    private static StoreException failed(Throwable failure) {
        Throwable cause = cause(failure);
        return new StoreException("Redis: " + cause.getMessage(), cause);
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wrapped =
                failure instanceof CompletionException || failure instanceof ExecutionException;
        return wrapped && cause != null ? cause : failure;
    }

    private static Set<Integer> ids(List<byte[]> values) {
        Set<Integer> ids = new HashSet<>();
        values.forEach(value -> ids.add(Integer.parseInt(text(value))));
        return ids;
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        connections.close();
    }
}
