package dev.mallard.gateway.placement;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.Destination;
import dev.mallard.gateway.client.GameSeat;
import dev.mallard.gateway.client.InLobby;
import dev.mallard.gateway.client.SeatOffered;
import dev.mallard.gateway.client.SessionObserver;
import dev.mallard.gateway.client.SessionRegistry;
import dev.mallard.gateway.upstream.ControlHandler;
import dev.mallard.gateway.upstream.LinkListener;
import dev.mallard.gateway.upstream.SessionAnnouncer;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.gateway.upstream.UpstreamLink;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.message.PlayersEntered;
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
 *
 * <p>If the lost service has said that its games survive, another one goes on with them, which ends the doubt. That
 * takes longer, and that the lost service itself has no seat any more when it is back says nothing.
 */
final class LostGames implements LinkListener, ControlHandler, SessionObserver, SeatDoubts {

    private static final Logger log = LoggerFactory.getLogger(LostGames.class);

    /** A service answers for one player after the other; what it says is collected for this long. */
    private static final Duration COLLECTING = Duration.ofMillis(50);

    private final LostGameReports reports;
    private final UpstreamGroups groups;
    private final GivenUpSeats givenUp;
    private final Duration lostAfter;
    private final Duration takeoverTimeout;
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
        private final boolean survives;

        private Doubt(ClientSession session, GameSeat seat, boolean survives) {
            this.session = session;
            this.seat = seat;
            this.survives = survives;
        }
    }

    /**
     * @param lostAfter how long players are in doubt
     * @param takeoverTimeout how long they are if the game survives
     */
    LostGames(
            LostGameReports reports,
            SessionRegistry registry,
            UpstreamGroups groups,
            GivenUpSeats givenUp,
            Duration lostAfter,
            Duration takeoverTimeout) {
        this.reports = reports;
        this.groups = groups;
        this.givenUp = givenUp;
        this.lostAfter = lostAfter;
        this.takeoverTimeout = takeoverTimeout;
        this.doubtsByLoop =
                IntStream.range(0, registry.loopCount()).mapToObj(loop -> new Doubts()).toList();
    }

    @Override
    public void linkDown(UpstreamLink link) {
        if (link.instance().group().destination() != Destination.GAME) {
            return;
        }
        boolean survives = link.instance().gamesSurvive();
        List<Doubt> raised = new ArrayList<>();
        for (ClientSession session : link.sessions().withUser()) {
            GameSeat seat = GameMembership.seat(session);
            if (seat != null && seat.instance().equals(link.instance().id())) {
                Doubt doubt = new Doubt(session, seat, survives);
                if (doubts(link).open.putIfAbsent(session, doubt) == null) {
                    raised.add(doubt);
                }
            }
        }
        if (!raised.isEmpty()) {
            log.warn("Link {} is lost with {} players", link, raised.size());
            link.schedule(survives ? takeoverTimeout : lostAfter, () -> giveUp(link, raised));
        }
    }

    /**
     * {@inheritDoc} The services are asked again who has the game: one of them may have gone on with it before
     * the player was back.
     */
    @Override
    public boolean raise(ClientSession session, GameSeat seat, UpstreamLink lobby) {
        if (!groups.game().gamesSurvive(seat.instance())) {
            return false;
        }
        Doubt doubt = new Doubt(session, seat, true);
        doubts(lobby).open.put(session, doubt);
        session.become(new SeatOffered(seat));
        lobby.schedule(takeoverTimeout, () -> giveUp(lobby, List.of(doubt)));
        for (UpstreamLink game : groups.game().usableLinks(lobby.sessions().loop())) {
            game.control(
                    LinkControl.newBuilder().setSessionOpened(SessionAnnouncer.describe(session)));
        }
        return true;
    }

    @Override
    public void declined(ClientSession session, GameSeat seat) {
        givenUp.add(session, seat.gameId());
    }

    @Override
    public Set<BodyCase> messages() {
        return Set.of(BodyCase.SESSION_ACCEPTED, BodyCase.PLAYERS_ENTERED);
    }

    @Override
    public void handle(UpstreamLink link, LinkControl message) {
        if (message.hasPlayersEntered()) {
            message.getPlayersEntered()
                    .getUserIdsList()
                    .forEach(userId -> entered(link, userId, message.getPlayersEntered()));
        } else {
            accepted(link, message.getSessionAccepted());
        }
    }

    /** The player is in a game again, the same or another one, unless the message is from the past. */
    private void entered(UpstreamLink link, int userId, PlayersEntered message) {
        ClientSession session = link.sessions().find(userId);
        Doubt doubt = session == null ? null : doubts(link).open.get(session);
        if (session == null || doubt == null) {
            return;
        }
        GameSeat seat = new GameSeat(message.getGameId(), link.instance().id(), message.getFence());
        if (!seat.isOlderThan(doubt.seat)) {
            doubts(link).open.remove(session);
        }
    }

    private void accepted(UpstreamLink link, SessionAccepted accepted) {
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
        if (location.getPlace() == Location.Place.GAME) {
            GameSeat seat =
                    new GameSeat(location.getRoomId(), link.instance().id(), location.getFence());
            if (doubt == null && session.state() instanceof InLobby) {
                // The player has been told that the game is over: there is no way back.
                link.control(SeatResumption.decline(session, seat));
            } else if (hasMoved(session, seat, doubt != null)) {
                doubts.open.remove(session);
                if (!seat.equals(GameMembership.seat(session))) {
                    GameMembership.take(session, seat);
                }
                // What the game has sent meanwhile is lost: the player is told the whole state
                // again.
                link.control(SeatResumption.resume(session, seat));
            }
            return;
        }
        if (doubt != null
                && !doubt.survives
                && doubt.seat.instance().equals(link.instance().id())) {
            if (doubts.seatless.isEmpty()) {
                link.schedule(COLLECTING, () -> giveUpSeatless(link));
            }
            doubts.seatless.add(doubt);
        }
    }

    /** Whether a service that says that it has a player's game is news, and from the latest one to have it. */
    private static boolean hasMoved(ClientSession session, GameSeat claimed, boolean inDoubt) {
        GameSeat present = GameMembership.seat(session);
        return present != null
                && present.gameId() == claimed.gameId()
                && (inDoubt ? !claimed.isOlderThan(present) : present.isOlderThan(claimed));
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
                givenUp.add(doubt.session, doubt.seat.gameId());
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
