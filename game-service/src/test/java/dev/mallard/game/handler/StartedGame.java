package dev.mallard.game.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.google.protobuf.TextFormat;

import dev.mallard.game.loop.EndOfGame;
import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.support.ManualTime;
import dev.mallard.game.support.RecordingLink;
import dev.mallard.game.support.TestRules;
import dev.mallard.game.wire.GameEventEncoder;
import dev.mallard.game.wire.HeldNotifications;
import dev.mallard.game.wire.RoomLabel;
import dev.mallard.game.wire.RoomNotifications;
import dev.mallard.game.wire.RoomObserver;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Player;
import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.Outbound;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.link.server.SessionDirectory;
import dev.mallard.protocol.message.GamePacket;

import org.junit.jupiter.api.BeforeEach;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A game of three players that has started, with all handlers before it, and a record of the packets that
 * leave it. No monster or box is near the players.
 */
abstract class StartedGame {

    static final int HOST = 11;
    static final int GUEST = 12;
    static final int THIRD = 13;
    static final List<Integer> ALL = List.of(HOST, GUEST, THIRD);
    static final List<Integer> OTHERS = List.of(HOST, THIRD);
    static final int BOSS = 271;

    /** Packet type id and receivers. */
    record Sent(int type, List<Integer> receivers) {}

    final List<Sent> sent = new ArrayList<>();
    final ManualTime time = new ManualTime();
    private final GameRules rules = TestRules.standard();
    final HeldNotifications held = new HeldNotifications();
    final Game game =
            rules.create(
                    7,
                    HOST,
                    List.of(
                            new Member(HOST, "host"),
                            new Member(GUEST, "guest"),
                            new Member(THIRD, "third")),
                    new SplittableRandom(1),
                    time,
                    held);
    final RoomNotifications out =
            new RoomNotifications(
                    game,
                    new GameEventEncoder(new RoomLabel("Pond", 4)),
                    (receivers, packet) ->
                            sent.add(
                                    new Sent(
                                            typeOf(packet),
                                            IntStream.of(receivers).boxed().toList())),
                    mock(RoomObserver.class));
    private final CurrentGame currentGame = new CurrentGame();
    private final Map<PacketType, PacketHandler> handlers =
            AllHandlers.of(new GameActions(currentGame, rules));

    private static int typeOf(GamePacket packet) {
        return PacketCatalogue.get().typeOf(packet).id();
    }

    @BeforeEach
    void startWithNothingNearThePlayers() throws TextFormat.ParseException {
        StringBuilder start = new StringBuilder("game_start_request {");
        for (int id = 1; id <= BOSS; id++) {
            if (id != 270) {
                start.append(" monsters { monster_id: " + id + " x: -150 y: -150 }");
            }
        }
        for (int id = 2; id <= 111; id++) {
            start.append(" objects { object_data { object_id: " + id + " } x: 150 y: 150 }");
        }
        request(HOST, start.append(" }").toString());
        assertSent(to(ALL, 3006));
    }

    void request(int sender, String text) throws TextFormat.ParseException {
        GamePacket packet = TextFormat.parse(text, GamePacket.class);
        PacketType type = PacketCatalogue.get().typeOf(packet);
        PacketHandler handler = Objects.requireNonNull(handlers.get(type));
        Request request =
                new Request(
                        new RecordingLink("gateway").session(sender, 1),
                        type,
                        packet,
                        new Outbound(new SessionDirectory()),
                        Clock.systemUTC());
        currentGame.during(
                new LiveGame(game, out, mock(EndOfGame.class)), () -> handler.handle(request));
    }

    void assertSent(Sent... expected) {
        assertThat(sent).containsExactly(expected);
        sent.clear();
    }

    static Sent to(List<Integer> receivers, int type) {
        return new Sent(type, receivers);
    }

    Player guest() {
        return Objects.requireNonNull(game.player(GUEST));
    }

    Monster besideGuest(int id) {
        Monster monster = Objects.requireNonNull(game.monsters().find(id));
        monster.moveTo(guest().x() + 1, guest().y());
        return monster;
    }

    void tick(int count) {
        for (int tick = 0; tick < count; tick++) {
            time.advance(Duration.ofMillis(200));
            rules.tick(game, out);
        }
    }

    void boxBesideGuest() {
        Objects.requireNonNull(game.objects().find(2)).moveTo(guest().x(), guest().y());
    }
}
