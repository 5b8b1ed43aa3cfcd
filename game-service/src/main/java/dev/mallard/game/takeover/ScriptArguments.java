package dev.mallard.game.takeover;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a script, as bytes. Not thread-safe. */
final class ScriptArguments {

    private final List<byte[]> values = new ArrayList<>();

    ScriptArguments add(String value) {
        return add(value.getBytes(StandardCharsets.UTF_8));
    }

    ScriptArguments add(long value) {
        return add(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
    }

    ScriptArguments add(byte[] value) {
        values.add(value);
        return this;
    }

    ScriptArguments add(Iterable<Holding> holdings) {
        holdings.forEach(holding -> add(holding.gameId()).add(holding.fence()));
        return this;
    }

    byte[][] toArray() {
        return values.toArray(byte[][]::new);
    }
}
