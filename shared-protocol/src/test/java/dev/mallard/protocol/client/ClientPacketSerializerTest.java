package dev.mallard.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mallard.protocol.message.GamePacket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.integration.ip.tcp.serializer.SoftEndOfStreamException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

class ClientPacketSerializerTest {

    private final ClientPacketSerializer serializer =
            new ClientPacketSerializer(ProtocolVersion.DEFAULT, 65_536);

    @ParameterizedTest
    @MethodSource("dev.mallard.protocol.client.ExampleFrames#all")
    void writesAndReadsWhatClientsKnow(GamePacket packet, byte[] frame) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        serializer.serialize(packet, out);
        assertThat(out.toByteArray()).isEqualTo(frame);
        assertThat(serializer.deserialize(new ByteArrayInputStream(frame))).isEqualTo(packet);
    }

    @Test
    void tellsTheEndBetweenFrames() {
        assertThatThrownBy(() -> serializer.deserialize(new ByteArrayInputStream(new byte[0])))
                .isInstanceOf(SoftEndOfStreamException.class);
    }

    @ParameterizedTest
    @MethodSource("dev.mallard.protocol.client.ExampleFrames#all")
    void tellsTheEndInsideAFrame(GamePacket packet, byte[] frame) {
        byte[] cut = Arrays.copyOf(frame, frame.length - 1);
        assertThatThrownBy(() -> serializer.deserialize(new ByteArrayInputStream(cut)))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void refusesAnotherVersionAndTooLargeAPayload() {
        assertRefused("03eb05312e302e3100000000", "WRONG_VERSION");
        assertRefused("03eb05312e302e30ffffffff", "FRAME_TOO_LARGE");
        assertRefused("03eb05312e302e3000010001", "FRAME_TOO_LARGE");
    }

    private void assertRefused(String hex, String reason) {
        ByteArrayInputStream in = new ByteArrayInputStream(HexFormat.of().parseHex(hex));
        assertThatThrownBy(() -> serializer.deserialize(in)).hasMessageStartingWith(reason);
    }
}
