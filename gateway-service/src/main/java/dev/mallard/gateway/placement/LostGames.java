package dev.mallard.gateway.placement;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.Destination;
import dev.mallard.gateway.client.GameSeat;
import dev.mallard.gateway.client.InLobby;
import dev.mallard.gateway.client.SessionObserver;
import dev.mallard.gateway.client.SessionRegistry;
import dev.mallard.gateway.upstream.ControlHandler;
import dev.mallard.gateway.upstream.LinkListener;
import dev.mallard.gateway.upstream.UpstreamLink;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.message.SessionAccepted;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds out which games are lost with their service. When a link to a game service breaks, its players are
 * in doubt; when the link is back, the service says for each whether the seat is still there. Who has none,
 * and who is still in doubt when the time is up, is out of the game: back in the lobby, and told so.
 */
final class LostGames implements LinkListener, ControlHandler, SessionObserver {

    private static final Logger log = LoggerFactory.getLogger(LostGames.class);

    /** A service answers for one player after the other; what it says is collected for this long. */
    private static final Duration COLLECTING = Duration.ofMillis(50);

    private final LostGameReports reports;
    private final Duration lostAfter;
    // By event loop; each is confined to its loop.
    private final List<Doubts> doubtsByLoop;

    /** The players of one event loop who are in doubt. */
    private static final class Doubts {
        private final Map<ClientSession, Doubt> open = new HashMap<>();
        private final List<Doubt> seatless = new ArrayList<>();
    }

    /** One player's doubt. Told apart by identity: a second loss raises another doubt about the same seat. */
    private static final class Doubt {
        private final ClientSession session;
        private final GameSeat seat;

        private Doubt(ClientSession session, GameSeat seat) {
            this.session = session;
            this.seat = seat;
        }
    }

    LostGames(LostGameReports reports, SessionRegistry registry, Duration lostAfter) {
        this.reports = reports;
        this.lostAfter = lostAfter;
        this.doubtsByLoop =
                IntStream.range(0, registry.loopCount()).mapToObj(loop -> new Doubts()).toList();
    }

    @Override
    public void linkDown(UpstreamLink link) {
        if (link.instance().group().destination() != Destination.GAME) {
            return;
        }
        List<Doubt> raised = new ArrayList<>();
        for (ClientSession session : link.sessions().withUser()) {
            GameSeat seat = GameMembership.seat(session);
            if (seat != null && seat.instance().equals(link.instance().id())) {
                Doubt doubt = new Doubt(session, seat);
                if (doubts(link).open.putIfAbsent(session, doubt) == null) {
                    raised.add(doubt);
                }
            }
        }
        if (!raised.isEmpty()) {
            log.warn("Link {} is lost with {} players", link, raised.size());
            link.schedule(lostAfter, () -> giveUp(link, raised));
        }
    }

    @Override
    public Set<BodyCase> messages() {
        return Set.of(BodyCase.SESSION_ACCEPTED);
    }

    @Override
    public void handle(UpstreamLink link, LinkControl message) {
        SessionAccepted accepted = message.getSessionAccepted();
        ClientSession session = link.sessions().find(accepted.getUserId());
        if (link.instance().group().destination() == Destination.GAME
                && session != null
                && session.number() == accepted.getSessionNumber()) {
            resolve(link, session, accepted.getLocation());
        }
    }

    private void resolve(UpstreamLink link, ClientSession session, Location location) {
        Doubts doubts = doubts(link);
        Doubt doubt = doubts.open.get(session);
        boolean seated = location.getPlace() == Location.Place.GAME;
        if (doubt == null) {
            if (seated && session.state() instanceof InLobby) {
                // The player has been told that the game is over: there is no way back.
                GameSeat seat = new GameSeat(location.getRoomId(), link.instance().id());
                link.control(SeatResumption.decline(session, seat));
            }
        } else if (seated && location.getRoomId() == doubt.seat.gameId()) {
            doubts.open.remove(session);
            // What the game has sent meanwhile is lost: the player is told the whole state again.
            link.control(SeatResumption.resume(session, doubt.seat));
        } else if (doubt.seat.instance().equals(link.instance().id())) {
            if (doubts.seatless.isEmpty()) {
                link.schedule(COLLECTING, () -> giveUpSeatless(link));
            }
            doubts.seatless.add(doubt);
        }
    }

    private void giveUpSeatless(UpstreamLink link) {
        List<Doubt> seatless = doubts(link).seatless;
        List<Doubt> decided = List.copyOf(seatless);
        seatless.clear();
        giveUp(link, decided);
    }

    private void giveUp(UpstreamLink link, List<Doubt> decided) {
        Map<GameSeat, List<ClientSession>> bySeat = new LinkedHashMap<>();
        for (Doubt doubt : decided) {
            boolean stillOpen = doubts(link).open.remove(doubt.session, doubt);
            if (stillOpen && doubt.seat.equals(GameMembership.seat(doubt.session))) {
                doubt.session.become(new InLobby());
                bySeat.computeIfAbsent(doubt.seat, none -> new ArrayList<>()).add(doubt.session);
            }
        }
        bySeat.forEach((seat, players) -> reports.report(link, seat, players));
    }

    @Override
    public void sessionEnded(ClientSession session) {
        doubtsByLoop.get(session.loopSessions().loop()).open.remove(session);
    }

    private Doubts doubts(UpstreamLink link) {
        return doubtsByLoop.get(link.sessions().loop());
    }
}
