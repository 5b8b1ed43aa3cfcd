package dev.mallard.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mallard.protocol.message.C2SJoinRoomRequest;
import dev.mallard.protocol.message.GamePacket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Which payloads are accepted for which type, and what errors look like on the wire. */
class PacketsTest {

    @Test
    void readsThePacketOfItsType() {
        GamePacket join =
                GamePacket.newBuilder()
                        .setJoinRoomRequest(C2SJoinRoomRequest.newBuilder().setRoomId(7))
                        .build();
        assertThat(Packets.parse(PacketType.JOIN_ROOM_REQUEST, ByteBuffer.wrap(join.toByteArray())))
                .isEqualTo(join);
    }

    @ParameterizedTest
    @EnumSource(
            value = PacketType.class,
            names = {"GET_ROOM_LIST_REQUEST", "LEAVE_ROOM_REQUEST", "PREPARE_GAME_REQUEST"})
    void acceptsAnEmptyPayloadWhereTheMessageHasNoFields(PacketType type) {
        assertThat(Packets.parse(type, ByteBuffer.allocate(0)))
                .isEqualTo(GamePacket.getDefaultInstance());
    }

    @ParameterizedTest
    @EnumSource(
            value = PacketType.class,
            mode = Mode.EXCLUDE,
            names = {
                "GET_ROOM_LIST_REQUEST",
                "LEAVE_ROOM_REQUEST",
                "PREPARE_GAME_REQUEST",
                "C_OBJECT_ATTACKED_BY_PLAYER"
            })
    void refusesAnEmptyPayloadElsewhere(PacketType type) {
        assertMalformed(type, "");
    }

    @ParameterizedTest
    @CsvSource({
        "ff, a tag that never ends",
        "2a ff, a length that never ends",
        "2a 05 0a, a message that ends too early",
        "2a 80 80 80 80 08, a negative length",
        "07, a wire type that does not exist",
        "2c, a group that ends without a start",
        "2a 04 0a 02 c3 28, text that is no UTF-8",
        "00, field number zero"
    })
    void refusesWhatIsNoProtobuf(String hex, String fault) {
        assertThat(fault).isNotBlank();
        assertMalformed(PacketType.CREATE_ROOM_REQUEST, hex.replace(" ", ""));
    }

    @Test
    void refusesTheMessageOfAnotherType() {
        assertMalformed(PacketType.CREATE_ROOM_REQUEST, "3a020807");
    }

    @Test
    void ignoresUnknownFields() {
        ByteBuffer payload = ByteBuffer.wrap(HexFormat.of().parseHex("3a020807" + "e0d40301"));
        assertThat(
                        Packets.parse(PacketType.JOIN_ROOM_REQUEST, payload)
                                .getJoinRoomRequest()
                                .getRoomId())
                .isEqualTo(7);
    }

    @Test
    void refusalsCostNoStackTrace() {
        assertThat(new RequestRejectedException(ErrorCode.ROOM_FULL).getStackTrace()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void errorsCarryIdentifierTimeAndBlame(ErrorCode code) {
        var error = Packets.error(code, 1739836800000L).getErrorNotification();
        assertThat(error.getErrorMessage()).startsWith(code.name() + ": ").endsWith(".");
        assertThat(error.getTimestamp()).isEqualTo(1739836800000L);
        assertThat(error.getClienterr()).isEqualTo(code.clientError());
    }

    private static void assertMalformed(PacketType type, String hex) {
        assertThatThrownBy(() -> Packets.parse(type, ByteBuffer.wrap(HexFormat.of().parseHex(hex))))
                .isInstanceOfSatisfying(
                        RequestRejectedException.class,
                        rejection ->
                                assertThat(rejection.code())
                                        .isEqualTo(ErrorCode.MALFORMED_PAYLOAD));
    }
}
