package dev.mallard.gateway.client;

import static dev.mallard.gateway.client.Verdict.Action.DECLINE_SEAT;
import static dev.mallard.gateway.client.Verdict.Action.DROP;
import static dev.mallard.gateway.client.Verdict.Action.FORWARD;
import static dev.mallard.gateway.client.Verdict.Action.SERVE;
import static dev.mallard.gateway.client.Verdict.Action.TAKE_SEAT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each state says about each kind of packet. */
class SessionStateTest {

    private static final GameSeat SEAT = new GameSeat(1, "game-1");
    private static final SessionState ANONYMOUS = new Anonymous();
    private static final SessionState AUTHENTICATING = new Authenticating(null);
    private static final SessionState IN_LOBBY = new InLobby();
    private static final SessionState SEAT_OFFERED = new SeatOffered(SEAT);
    private static final SessionState IN_GAME = new InGame(SEAT);
    private static final SessionState CLOSING = new Closing(DisconnectReason.TAKEN_OVER);

    private static final Verdict NOT_LOGGED_IN = new Verdict.Refuse(ErrorCode.NOT_LOGGED_IN);
    private static final Verdict ALREADY_LOGGED_IN =
            new Verdict.Refuse(ErrorCode.ALREADY_LOGGED_IN);
    private static final Verdict ALREADY_IN_GAME = new Verdict.Refuse(ErrorCode.ALREADY_IN_GAME);

    static Stream<Arguments> table() {
        return Stream.of(
                        rows(ANONYMOUS, SERVE, SERVE, NOT_LOGGED_IN, NOT_LOGGED_IN, NOT_LOGGED_IN),
                        rows(
                                AUTHENTICATING,
                                SERVE,
                                ALREADY_LOGGED_IN,
                                NOT_LOGGED_IN,
                                NOT_LOGGED_IN,
                                NOT_LOGGED_IN),
                        rows(IN_LOBBY, SERVE, ALREADY_LOGGED_IN, FORWARD, DROP, FORWARD),
                        rows(
                                SEAT_OFFERED,
                                SERVE,
                                ALREADY_LOGGED_IN,
                                DECLINE_SEAT,
                                TAKE_SEAT,
                                FORWARD),
                        rows(IN_GAME, SERVE, ALREADY_LOGGED_IN, ALREADY_IN_GAME, FORWARD, FORWARD),
                        rows(CLOSING, DROP, DROP, DROP, DROP, DROP))
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> rows(
            SessionState state,
            Verdict register,
            Verdict login,
            Verdict lobby,
            Verdict game,
            Verdict other) {
        return Stream.of(
                arguments(state, Destination.GATEWAY, PacketType.REGISTER_REQUEST, register),
                arguments(state, Destination.GATEWAY, PacketType.LOGIN_REQUEST, login),
                arguments(state, Destination.LOBBY, PacketType.CREATE_ROOM_REQUEST, lobby),
                arguments(state, Destination.LOBBY, PacketType.C_PLAYER_ATTACK_REQUEST, lobby),
                arguments(state, Destination.GAME, PacketType.START_GAME_REQUEST, game),
                arguments(state, Destination.GAME, PacketType.C_PLAYER_ATTACK_REQUEST, game),
                arguments(state, Destination.OTHER_SERVICE, null, other));
    }

    @ParameterizedTest(name = "{0}: {2} for {1} -> {3}")
    @MethodSource("table")
    void eachStateHasItsRules(
            SessionState state,
            Destination destination,
            @Nullable PacketType type,
            Verdict expected) {
        assertThat(state.judge(destination, type)).isEqualTo(expected);
    }

    @Test
    void thereIsOneStateOfEachKind() {
        Set<SessionPhase> phases =
                Stream.of(ANONYMOUS, AUTHENTICATING, IN_LOBBY, SEAT_OFFERED, IN_GAME, CLOSING)
                        .map(SessionState::phase)
                        .collect(Collectors.toSet());
        assertThat(phases).isEqualTo(EnumSet.allOf(SessionPhase.class));
        assertThat(SessionState.class.getPermittedSubclasses()).hasSize(phases.size());
    }

    @Test
    void onlySomeStatesReceivePackets() {
        assertThat(Stream.of(IN_LOBBY, SEAT_OFFERED, IN_GAME)).allMatch(SessionState::isLoggedIn);
        assertThat(Stream.of(ANONYMOUS, AUTHENTICATING, CLOSING))
                .noneMatch(SessionState::isLoggedIn);
    }

    @Test
    void whoeverIsTooSlowGetsNoFarewell() {
        Set<DisconnectReason> silent =
                EnumSet.of(DisconnectReason.CLIENT_CLOSED, DisconnectReason.SLOW_CONSUMER);
        for (DisconnectReason reason : DisconnectReason.values()) {
            assertThat(reason.saysGetOut()).as(reason.name()).isNotEqualTo(silent.contains(reason));
        }
    }
}
