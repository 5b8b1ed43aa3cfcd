package dev.mallard.protocol.link.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.message.GameEndRecorded;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CGameOverNotification;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** A packet crosses each link once, with everybody behind it. */
class OutboundTest {

    private static final GamePacket GAME_OVER =
            GamePacket.newBuilder()
                    .setGameOverNotification(S2CGameOverNotification.getDefaultInstance())
                    .build();

    private final RecordingLinkChannel east = new RecordingLinkChannel();
    private final RecordingLinkChannel west = new RecordingLinkChannel();
    private final GatewayLink eastLink = new GatewayLink(east, "east", 0);
    private final SessionDirectory directory = new SessionDirectory();
    private final Outbound outbound = new Outbound(directory);

    @BeforeEach
    void logIn() {
        GatewayLink westLink = new GatewayLink(west, "west", 0);
        directory.open(new UserSession(1, "one", 1, eastLink));
        directory.open(new UserSession(2, "two", 1, westLink));
        directory.open(new UserSession(3, "three", 1, eastLink));
    }

    @Test
    void groupsTheRecipientsByLink() {
        outbound.send(List.of(1, 2, 3, 99), GAME_OVER);
        LinkFrame.Delivery eastern = east.deliveries().getFirst();
        assertThat(east.frames()).hasSize(1);
        assertThat(eastern.packetType()).isEqualTo(PacketType.S_GAME_OVER_NOTIFICATION.id());
        assertThat(eastern.recipientCount()).isEqualTo(2);
        assertThat(eastern.recipient(0)).isEqualTo(1);
        assertThat(eastern.recipient(1)).isEqualTo(3);
        assertThat(RecordingLinkChannel.packet(eastern)).isEqualTo(GAME_OVER);
        assertThat(west.deliveries().getFirst().recipient(0)).isEqualTo(2);
    }

    @Test
    void leavesOutWhoIsNotLoggedIn() {
        outbound.send(99, GAME_OVER);
        assertThat(east.frames()).isEmpty();
        assertThat(west.frames()).isEmpty();
    }

    @Test
    void sendsControlMessagesToTheGatewayOfAUser() {
        LinkControl message =
                LinkControl.newBuilder()
                        .setGameEndRecorded(GameEndRecorded.newBuilder().setGameId(4))
                        .build();
        assertThat(outbound.control(3, message)).isSameAs(eastLink);
        assertThat(east.controls()).containsExactly(message);
        assertThat(outbound.control(99, message)).isNull();
    }

    @Test
    void cutsOffAGatewayThatDoesNotRead() {
        east.pendingBytes(GatewayLink.MAX_PENDING_BYTES + 1);
        outbound.send(1, GAME_OVER);
        assertThat(eastLink.isOpen()).isFalse();
        outbound.send(2, GAME_OVER);
        assertThat(west.deliveries()).hasSize(1);
    }
}
