package dev.mallard.gateway.account;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

/**
 * The name other players see: any characters except the zero character, not trimmed.
 *
 * @param value as typed, {@value #MIN_LENGTH} to {@value #MAX_LENGTH} UTF-16 units
 */
public record Nickname(String value) {

    public static final int MIN_LENGTH = 2;
    public static final int MAX_LENGTH = 20;

    /**
     * @throws RequestRejectedException with {@code NICKNAME_TOO_SHORT} or {@code NICKNAME_TOO_LONG}, or
     *     with {@code MALFORMED_PAYLOAD} if it contains the zero character, which no database keeps
     */
    public Nickname {
        if (value.length() < MIN_LENGTH) {
            throw new RequestRejectedException(ErrorCode.NICKNAME_TOO_SHORT);
        }
        if (value.length() > MAX_LENGTH) {
            throw new RequestRejectedException(ErrorCode.NICKNAME_TOO_LONG);
        }
        if (value.indexOf('\0') >= 0) {
            throw new RequestRejectedException(ErrorCode.MALFORMED_PAYLOAD);
        }
    }

    /** What has to be unique among all accounts: the nickname without regard to letter case. */
    public String key() {
        return CaseFolding.fold(value);
    }
}
