package dev.mallard.gateway.account;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

/**
 * A password that an account may have: any characters, not trimmed.
 *
 * @param value clear text, {@value #MIN_LENGTH} to {@value #MAX_LENGTH} UTF-16 units
 */
public record Password(String value) {

    public static final int MIN_LENGTH = 6;
    public static final int MAX_LENGTH = 64;

    /**
     * @throws RequestRejectedException with {@code PASSWORD_TOO_SHORT} or {@code PASSWORD_TOO_LONG}
     */
    public Password {
        if (value.length() < MIN_LENGTH) {
            throw new RequestRejectedException(ErrorCode.PASSWORD_TOO_SHORT);
        }
        if (value.length() > MAX_LENGTH) {
            throw new RequestRejectedException(ErrorCode.PASSWORD_TOO_LONG);
        }
    }

    /** Keeps the clear text out of logs. */
    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
