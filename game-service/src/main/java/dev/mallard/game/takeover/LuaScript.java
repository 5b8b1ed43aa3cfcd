package dev.mallard.game.takeover;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A script that Redis runs as a whole, so that nothing comes between its conditions and its effects.
 *
 * @param text the script
 * @param digest by which Redis knows it once it has seen it
 */
record LuaScript(byte[] text, String digest) {

    /** One of those that come with the service. */
    static LuaScript named(String name) {
        String resource = "/takeover/" + name + ".lua";
        try (InputStream script = LuaScript.class.getResourceAsStream(resource)) {
            if (script == null) {
                throw new IllegalStateException("no script " + resource);
            }
            byte[] text = script.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text);
            return new LuaScript(text, HexFormat.of().formatHex(digest));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String source() {
        return new String(text, StandardCharsets.UTF_8);
    }
}
