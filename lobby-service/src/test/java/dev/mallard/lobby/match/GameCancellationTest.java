package dev.mallard.lobby.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.lobby.room.RoomSnapshot;
import dev.mallard.lobby.room.RoomState;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.server.GatewayLink;
import dev.mallard.protocol.link.server.GatewayLinks;
import dev.mallard.protocol.link.server.LinkChannel;
import dev.mallard.protocol.link.server.Outbound;
import dev.mallard.protocol.link.server.SessionDirectory;
import dev.mallard.protocol.link.server.UserSession;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class GameCancellationTest {

    private final Channel first = new Channel();
    private final Channel second = new Channel();
    private final SessionDirectory sessions = new SessionDirectory();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final GameCancellation cancellation =
            new GameCancellation(
                    new Outbound(sessions),
                    new GatewayLinks(meters),
                    new PreparationMetrics(meters, Clock.systemUTC()));

    /** A link's end that remembers what was sent while it was open. */
    private static final class Channel implements LinkChannel {

        private final List<LinkFrame> frames = new ArrayList<>();
        private boolean open = true;

        @Override
        public void write(LinkFrame frame) {
            if (open) {
                frames.add(frame);
            }
        }

        @Override
        public long pendingBytes() {
            return 0;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }

        @Override
        public void closeAfterFlush() {
            open = false;
        }
    }

    private static final RoomSnapshot ROOM =
            new RoomSnapshot(
                    7,
                    "Pond",
                    4,
                    11,
                    RoomState.PREPARE,
                    null,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    List.of(
                            new RoomSnapshot.Member(11, "anna"),
                            new RoomSnapshot.Member(12, "ben")));

    private void logIn() {
        sessions.open(new UserSession(11, "anna", 1, new GatewayLink(first, "gateway-1", 0)));
        sessions.open(new UserSession(12, "ben", 1, new GatewayLink(second, "gateway-2", 0)));
    }

    @Test
    void tellsTheGatewayOfOneMember() {
        logIn();
        cancellation.cancelEverywhere(ROOM);
        assertThat(first.frames).hasSize(1);
        assertThat(second.frames).isEmpty();
    }

    @Test
    void goesOnToTheNextMemberWhenALinkHasBroken() {
        logIn();
        first.close();
        cancellation.cancelEverywhere(ROOM);
        assertThat(first.frames).isEmpty();
        assertThat(second.frames)
                .singleElement()
                .isInstanceOfSatisfying(
                        LinkFrame.Control.class,
                        frame ->
                                assertThat(frame.message().getCancelGame().getGameId())
                                        .isEqualTo(7));
    }
}
