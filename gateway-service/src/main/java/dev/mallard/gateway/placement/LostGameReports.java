package dev.mallard.gateway.placement;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.GameSeat;
import dev.mallard.gateway.client.InLobby;
import dev.mallard.gateway.client.SessionRegistry;
import dev.mallard.gateway.upstream.ControlHandler;
import dev.mallard.gateway.upstream.RendezvousSelector;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.gateway.upstream.UpstreamLink;
import dev.mallard.protocol.link.message.GameEndRecorded;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CGameOverNotification;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells the lobby and the players about games that are lost with their service: first the lobby, so that
 * the room is gone when a player reacts, then the players, at the latest when the lobby has not answered in
 * time. A report that is not acknowledged is repeated, {@value #MAX_TRIES} times at most; of more than
 * {@value #MAX_REPORTS} reports at a time the rest is sent once.
 */
final class LostGameReports implements ControlHandler {

    static final String OUTCOME = "SERVER_LOST";

    private static final Logger log = LoggerFactory.getLogger(LostGameReports.class);

    private static final int MAX_REPORTS = 10_000;
    private static final int MAX_TRIES = 60;
    private static final Duration REPETITION = Duration.ofSeconds(5);
    private static final GamePacket GAME_OVER =
            GamePacket.newBuilder()
                    .setGameOverNotification(S2CGameOverNotification.getDefaultInstance())
                    .build();

    private final UpstreamGroups groups;
    private final RendezvousSelector selector;
    private final Duration patience;
    private final Clock clock;
    // By event loop; each list is confined to its loop.
    private final List<List<Report>> openByLoop;

    /** One game's report. */
    private static final class Report {
        private final GameEnded message;
        private final List<ClientSession> players;
        private boolean playersTold;
        private int tries;

        private Report(GameEnded message, List<ClientSession> players) {
            this.message = message;
            this.players = players;
        }
    }

    /**
     * @param patience how long the players are not told, while the lobby has not acknowledged
     */
    LostGameReports(
            UpstreamGroups groups,
            RendezvousSelector selector,
            SessionRegistry registry,
            Duration patience,
            Clock clock) {
        this.groups = groups;
        this.selector = selector;
        this.patience = patience;
        this.clock = clock;
        this.openByLoop =
                IntStream.range(0, registry.loopCount())
                        .<List<Report>>mapToObj(loop -> new ArrayList<>())
                        .toList();
    }

    /**
     * Reports a game. On the event loop of the lost link.
     *
     * @param players its players, who are back in the lobby
     */
    void report(UpstreamLink lost, GameSeat seat, List<ClientSession> players) {
        log.warn("Game {} is lost with {}", seat.gameId(), seat.instance());
        GameEnded.Builder message =
                GameEnded.newBuilder()
                        .setGameId(seat.gameId())
                        .setGameInstance(seat.instance())
                        .setEndedAt(clock.millis())
                        .setOutcome(OUTCOME);
        players.forEach(player -> message.addUserIds(player.userId()));
        Report report = new Report(message.build(), List.copyOf(players));
        List<Report> open = openByLoop.get(lost.sessions().loop());
        if (open.size() < MAX_REPORTS) {
            open.add(report);
        }
        send(lost, report);
    }

    private void send(UpstreamLink anyOfLoop, Report report) {
        UpstreamLink lobby =
                selector.select(
                        groups.lobby(),
                        anyOfLoop.sessions().loop(),
                        GameEndRelay.user(report.message));
        if (lobby == null) {
            tellPlayers(report);
        } else {
            lobby.control(LinkControl.newBuilder().setGameEnded(report.message));
            anyOfLoop.schedule(patience, () -> tellPlayers(report));
        }
        anyOfLoop.schedule(REPETITION, () -> repeat(anyOfLoop, report));
    }

    private void repeat(UpstreamLink anyOfLoop, Report report) {
        List<Report> open = openByLoop.get(anyOfLoop.sessions().loop());
        if (!open.contains(report)) {
            return;
        }
        report.tries++;
        if (report.tries < MAX_TRIES) {
            send(anyOfLoop, report);
        } else {
            open.remove(report);
            log.error("No lobby has recorded the end of game {}", report.message.getGameId());
        }
    }

    @Override
    public Set<BodyCase> messages() {
        return Set.of(BodyCase.GAME_END_RECORDED);
    }

    @Override
    public void handle(UpstreamLink link, LinkControl message) {
        GameEndRecorded recorded = message.getGameEndRecorded();
        List<Report> open = openByLoop.get(link.sessions().loop());
        open.removeIf(
                report -> {
                    boolean done =
                            report.message.getGameId() == recorded.getGameId()
                                    && report.message
                                            .getGameInstance()
                                            .equals(recorded.getGameInstance());
                    if (done) {
                        tellPlayers(report);
                    }
                    return done;
                });
    }

    /** Tells those who have not begun something else since. */
    private static void tellPlayers(Report report) {
        if (report.playersTold) {
            return;
        }
        report.playersTold = true;
        for (ClientSession player : report.players) {
            if (player.state() instanceof InLobby) {
                player.send(GAME_OVER);
            }
        }
    }
}
