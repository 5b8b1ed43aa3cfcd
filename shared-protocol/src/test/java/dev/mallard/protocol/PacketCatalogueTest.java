package dev.mallard.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;

import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;
import dev.mallard.protocol.message.S2CGetOut;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue and the schema say the same, and both say what existing clients expect. */
class PacketCatalogueTest {

    private static final OneofDescriptor PAYLOAD =
            GamePacket.getDescriptor().getOneofs().getFirst();

    private final PacketCatalogue catalogue = PacketCatalogue.get();

    @ParameterizedTest
    @EnumSource(PacketType.class)
    void everyTypeIsFoundByItsId(PacketType type) {
        assertThat(catalogue.find(type.id())).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 1000, 4036, 9998, 10_000, 65_535, 1 << 30})
    void otherIdsAreUnknown(int id) {
        assertThat(catalogue.find(id)).isNull();
    }

    @Test
    void everyMemberOfTheSchemaBelongsToExactlyOneTypeInUse() {
        Set<Integer> members =
                PAYLOAD.getFields().stream()
                        .map(FieldDescriptor::getNumber)
                        .collect(Collectors.toSet());
        Set<Integer> carried =
                Stream.of(PacketType.values())
                        .filter(type -> type.direction() != Direction.UNUSED)
                        .map(type -> type.payload().getNumber())
                        .collect(Collectors.toSet());
        // Only the start response is in the schema but never sent.
        members.remove(PayloadCase.GAME_START_RESPONSE.getNumber());
        assertThat(carried).isEqualTo(members);
    }

    @ParameterizedTest
    @EnumSource(PacketType.class)
    void clientMessagesTravelFromClientsAndServerMessagesFromServers(PacketType type) {
        FieldDescriptor member =
                PAYLOAD.getFile()
                        .findMessageTypeByName("GamePacket")
                        .findFieldByNumber(type.payload().getNumber());
        if (member == null) {
            assertThat(type).isEqualTo(PacketType.C_OBJECT_ATTACKED_BY_PLAYER);
            return;
        }
        String prefix =
                switch (type.direction()) {
                    case CLIENT_TO_SERVER -> "C2S";
                    case SERVER_TO_CLIENT, UNUSED -> "S2C";
                    case INTERNAL -> "S2S";
                };
        assertThat(member.getMessageType().getName()).startsWith(prefix);
    }

    @Test
    void theSchemaHasTheSizeThatClientsKnow() {
        FileDescriptor file = GamePacket.getDescriptor().getFile();
        int fields =
                file.getMessageTypes().stream()
                        .filter(message -> !message.getName().equals("GamePacket"))
                        .mapToInt(message -> message.getFields().size())
                        .sum();
        assertThat(file.getMessageTypes()).hasSize(91);
        assertThat(fields).isEqualTo(178);
        assertThat(PAYLOAD.getFields()).hasSize(78);
        assertThat(file.getEnumTypes()).hasSize(2);
        assertThat(PacketType.values()).hasSize(81);
    }

    @Test
    void namesAreInSnakeCaseAndNoScalarIsPacked() {
        for (var message : GamePacket.getDescriptor().getFile().getMessageTypes()) {
            for (FieldDescriptor field : message.getFields()) {
                assertThat(field.getName()).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*");
                assertThat(field.isPacked()).as(field.getFullName()).isFalse();
                assertThat(field.toProto().getProto3Optional()).as(field.getFullName()).isFalse();
            }
        }
    }

    @Test
    void aPacketKnowsItsType() {
        GamePacket packet =
                GamePacket.newBuilder().setGetOut(S2CGetOut.getDefaultInstance()).build();
        assertThat(catalogue.typeOf(packet)).isEqualTo(PacketType.S_GET_OUT);
    }

    @Test
    void aPacketWithoutPayloadHasNoType() {
        assertThatThrownBy(() -> catalogue.typeOf(GamePacket.getDefaultInstance()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void clearingAGameIsSentUnderTheIdInUse() {
        assertThat(PacketType.S_GAME_CLEAR_NOTIFICATION.id()).isEqualTo(9999);
        assertThat(PacketType.CLEAR_GAME_NOTIFICATION.direction()).isEqualTo(Direction.UNUSED);
        assertThat(PacketType.S_OBJECT_DESTROY_NOTIFICATION.id()).isEqualTo(6005);
    }

    @Test
    void clientsMaySendTwentyEightTypes() {
        assertThat(catalogue.fromClient())
                .hasSize(28)
                .contains(PacketType.S_PLAYER_CHATTING_REQUEST, PacketType.C_MONSTER_SPAWN_RESPONSE)
                .doesNotContain(
                        PacketType.LOGIN_CAST,
                        PacketType.JOIN_SERVER_REQUEST,
                        PacketType.S_ERROR_NOTIFICATION);
    }

    @Test
    void frequentPacketsMayStayWithoutAnswer() {
        assertThat(catalogue.fromClient().stream().filter(type -> !type.alwaysAnswered()))
                .extracting(PacketType::id)
                .containsExactlyInAnyOrder(
                        4001, 4004, 4005, 4012, 4019, 5002, 5006, 5008, 6002, 6004);
    }
}
