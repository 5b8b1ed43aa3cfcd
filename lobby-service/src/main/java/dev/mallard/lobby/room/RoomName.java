package dev.mallard.lobby.room;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

/**
 * What a room is called. Need not be unique.
 *
 * @param value as typed, 1 to {@value #MAX_LENGTH} UTF-16 units, not only white space
 */
public record RoomName(String value) {

    public static final int MAX_LENGTH = 25;

    /**
     * @throws RequestRejectedException with {@code ROOM_NAME_EMPTY} or {@code ROOM_NAME_TOO_LONG}, or with
     *     {@code MALFORMED_PAYLOAD} if it contains the zero character, which no database keeps
     */
    public RoomName {
        if (value.codePoints().allMatch(RoomName::isWhiteSpace)) {
            throw new RequestRejectedException(ErrorCode.ROOM_NAME_EMPTY);
        }
        if (value.length() > MAX_LENGTH) {
            throw new RequestRejectedException(ErrorCode.ROOM_NAME_TOO_LONG);
        }
        if (value.indexOf('\0') >= 0) {
            throw new RequestRejectedException(ErrorCode.MALFORMED_PAYLOAD);
        }
    }

    private static boolean isWhiteSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
