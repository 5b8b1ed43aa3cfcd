package dev.mallard.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.message.Heartbeat;
import dev.mallard.protocol.link.message.Hello;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.Load;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.message.SessionAccepted;
import dev.mallard.protocol.link.message.SessionOpened;
import dev.mallard.protocol.link.message.Welcome;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The example frames in the documentation are what the codec writes and reads, one for one. */
class LinkProtocolDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "link-protocol.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("^\\| [A-Z_]{4,14}[ ,:].* \\| `((?:[0-9a-f]{2} ?)+)` \\|$");

    @Test
    void theExamplesAreTheCodecsBytes() throws IOException {
        List<String> documented = new ArrayList<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher example = EXAMPLE.matcher(line);
            if (example.matches()) {
                documented.add(example.group(1).replace(" ", ""));
            }
        }
        assertThat(documented)
                .isEqualTo(frames().stream().map(LinkProtocolDocumentTest::encode).toList());
    }

    private static List<LinkFrame> frames() {
        return List.of(
                control(
                        LinkControl.newBuilder()
                                .setHello(
                                        Hello.newBuilder()
                                                .setProtocolVersion(LinkFrameCodec.PROTOCOL_VERSION)
                                                .setGatewayId("gw-1")
                                                .setSecret("s3cret"))),
                control(
                        LinkControl.newBuilder()
                                .setWelcome(
                                        Welcome.newBuilder()
                                                .setInstanceId("echo-1")
                                                .setRole("echo")
                                                .setLoad(
                                                        Load.newBuilder().setAcceptingWork(true)))),
                control(
                        LinkControl.newBuilder()
                                .setSessionOpened(
                                        SessionOpened.newBuilder()
                                                .setUserId(7)
                                                .setNickname("ann")
                                                .setSessionNumber(3))),
                control(
                        LinkControl.newBuilder()
                                .setSessionAccepted(
                                        SessionAccepted.newBuilder()
                                                .setUserId(7)
                                                .setSessionNumber(3)
                                                .setLocation(Location.getDefaultInstance()))),
                new LinkFrame.Request(PacketType.GET_ROOM_LIST_REQUEST.id(), 7, 3, bytes("5200")),
                new LinkFrame.TracedRequest(
                        new TraceContext(
                                0x0af7651916cd43ddL, 0x8448eb211c80319cL, 0xb7ad6b7169203331L),
                        new LinkFrame.Request(
                                PacketType.GET_ROOM_LIST_REQUEST.id(), 7, 3, bytes("5200"))),
                new LinkFrame.Answer(
                        PacketType.S_GAME_OVER_NOTIFICATION.id(),
                        7,
                        3,
                        true,
                        false,
                        bytes("da0200")),
                new LinkFrame.Delivery(
                        PacketType.S_GAME_OVER_NOTIFICATION.id(),
                        bytes("0000000700000008"),
                        bytes("da0200")),
                new LinkFrame.Done(7, 3),
                control(
                        LinkControl.newBuilder()
                                .setHeartbeat(Heartbeat.newBuilder().setSentAt(1000))));
    }

    private static LinkFrame control(LinkControl.Builder message) {
        return new LinkFrame.Control(message.build());
    }

    private static String encode(LinkFrame frame) {
        ByteBuf out = Unpooled.buffer();
        new LinkFrameEncoder().encode(frame, out);
        return ByteBufUtil.hexDump(out);
    }

    private static ByteBuf bytes(String hex) {
        return Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex));
    }
}
