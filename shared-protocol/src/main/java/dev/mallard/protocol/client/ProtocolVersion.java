package dev.mallard.protocol.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The version text that every client frame carries. Client and server have to agree on it to the letter.
 * Immutable; any thread.
 */
public final class ProtocolVersion {

    /** The longest version, bytes of UTF-8; a frame that announces a longer one is refused at once. */
    public static final int MAX_LENGTH = 32;

    /** The version of the existing clients. */
    public static final ProtocolVersion DEFAULT = new ProtocolVersion("1.0.0");

    private final String text;
    private final byte[] bytes;

    /**
     * @throws IllegalArgumentException if the text has no byte or more than {@value #MAX_LENGTH} of them
     */
    public ProtocolVersion(String text) {
        this.text = text;
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < 1 || bytes.length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a protocol version has 1 to " + MAX_LENGTH + " bytes: " + text);
        }
    }

    /** Length on the wire, bytes. */
    public int length() {
        return bytes.length;
    }

    /** The byte at a position from 0 to {@code length() - 1}. */
    public byte byteAt(int index) {
        return bytes[index];
    }

    /** A copy of the bytes on the wire. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProtocolVersion that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text;
    }
}
