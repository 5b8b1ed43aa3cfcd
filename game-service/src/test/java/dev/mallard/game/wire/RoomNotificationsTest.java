package dev.mallard.game.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.mallard.game.rules.GameRules;
import dev.mallard.game.support.ManualTime;
import dev.mallard.game.support.RecordingLink;
import dev.mallard.game.support.TestRules;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.PlayerPosition;
import dev.mallard.protocol.link.server.Outbound;
import dev.mallard.protocol.link.server.SessionDirectory;
import dev.mallard.protocol.message.GamePacket;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class RoomNotificationsTest {

    private static final int HOST = 12;
    private static final GameEvent EVENT = new GameEvent.PlayerDied(11);

    private record Sent(List<Integer> receivers, GamePacket packet) {}

    private final List<Sent> sent = new ArrayList<>();
    private final List<String> observed = new ArrayList<>();
    private final HeldNotifications held = new HeldNotifications();
    private final GameRules rules = TestRules.standard();
    private final Game game =
            rules.create(
                    7,
                    HOST,
                    List.of(new Member(HOST, "b"), new Member(11, "a"), new Member(13, "c")),
                    new SplittableRandom(1),
                    new ManualTime(),
                    held);
    private final RoomNotifications out =
            new RoomNotifications(
                    game,
                    new GameEventEncoder(new RoomLabel("Pond", 4)),
                    (receivers, packet) ->
                            sent.add(new Sent(IntStream.of(receivers).boxed().toList(), packet)),
                    new RoomObserver() {
                        @Override
                        public void dropped(DropReason reason) {
                            observed.add("dropped " + reason);
                        }

                        @Override
                        public void movedOutsideAllowance() {
                            observed.add("moved");
                        }

                        @Override
                        public void seatGivenUp(int playerId) {
                            observed.add("given up " + playerId);
                        }
                    });

    @Test
    void sendsOnePacketToAllInTheOrderOfJoining() {
        out.send(Audience.ALL, EVENT);
        assertThat(sent).extracting(Sent::receivers).containsExactly(List.of(HOST, 11, 13));
    }

    @Test
    void encodesAnEventOnceForTheWholeRoomOnHoweverManyLinks() {
        RecordingLink east = new RecordingLink("east");
        RecordingLink west = new RecordingLink("west");
        SessionDirectory sessions = new SessionDirectory();
        sessions.open(east.session(HOST, 1));
        sessions.open(west.session(11, 1));
        sessions.open(east.session(13, 1));
        Outbound outbound = new Outbound(sessions);
        new RoomNotifications(
                        game,
                        new GameEventEncoder(new RoomLabel("Pond", 4)),
                        outbound::send,
                        mock(RoomObserver.class))
                .send(Audience.ALL, EVENT);
        assertThat(east.deliveries()).hasSize(1);
        assertThat(east.deliveries().getFirst().recipientCount()).isEqualTo(2);
        assertThat(west.deliveries()).hasSize(1);
        assertThat(west.deliveries().getFirst().payload().array())
                .isSameAs(east.deliveries().getFirst().payload().array());
    }

    @Test
    void sendsToThoseWhomTheAudienceNames() {
        out.send(Audience.HOST, EVENT);
        out.send(new Audience.Only(13), EVENT);
        out.send(new Audience.AllBut(11), EVENT);
        assertThat(sent)
                .extracting(Sent::receivers)
                .containsExactly(List.of(HOST), List.of(13), List.of(HOST, 13));
    }

    @Test
    void leavesOutWhoIsAway() {
        rules.away(game, HOST, held);
        out.send(Audience.ALL, EVENT);
        out.send(Audience.HOST, EVENT);
        assertThat(sent).extracting(Sent::receivers).containsExactly(List.of(11, 13));
    }

    @Test
    void sendsToNamedPlayersWhetherConnectedOrNot() {
        rules.away(game, HOST, held);
        out.sendTo(new int[] {HOST, 11}, new GameEvent.GameOver());
        assertThat(sent).extracting(Sent::receivers).containsExactly(List.of(HOST, 11));
        assertThat(sent.getFirst().packet().hasGameOverNotification()).isTrue();
    }

    @Test
    void keepsThePacketWhileNobodyMoves() {
        var positions = new GameEvent.PlayerPositions(List.of(new PlayerPosition(11, 1, 2)));
        var moved = new GameEvent.PlayerPositions(List.of(new PlayerPosition(11, 1, 3)));
        out.send(Audience.ALL, positions);
        out.send(Audience.ALL, positions);
        out.send(Audience.ALL, moved);
        assertThat(sent.get(1).packet()).isSameAs(sent.get(0).packet());
        assertThat(
                        sent.get(2)
                                .packet()
                                .getPlayerPositionUpdateNotification()
                                .getPlayerPositions(0)
                                .getY())
                .isEqualTo(3);
    }

    @Test
    void passesOnWhatIsNoPacket() {
        out.dropped(DropReason.TOO_FAST);
        out.movedOutsideAllowance();
        out.seatGivenUp(11);
        assertThat(observed).containsExactly("dropped TOO_FAST", "moved", "given up 11");
        assertThat(sent).isEmpty();
    }

    @Test
    void keepsWhatWasSentDuringTheCreationInItsOrder() {
        held.releaseTo(out);
        assertThat(sent)
                .extracting(Sent::receivers)
                .containsExactly(List.of(HOST), List.of(HOST, 11, 13));
        assertThat(sent.get(0).packet().hasGamePrepareResponse()).isTrue();
        assertThat(sent.get(1).packet().hasGamePrepareNotification()).isTrue();
        held.releaseTo(out);
        assertThat(sent).hasSize(2);
    }
}
