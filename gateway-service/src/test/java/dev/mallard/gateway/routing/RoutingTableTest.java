package dev.mallard.gateway.routing;

import static dev.mallard.protocol.PacketType.CREATE_ROOM_REQUEST;
import static dev.mallard.protocol.PacketType.C_PLAYER_ATTACK_REQUEST;
import static dev.mallard.protocol.PacketType.GET_ROOM_LIST_REQUEST;
import static dev.mallard.protocol.PacketType.JOIN_ROOM_REQUEST;
import static dev.mallard.protocol.PacketType.LEAVE_ROOM_REQUEST;
import static dev.mallard.protocol.PacketType.LOGIN_REQUEST;
import static dev.mallard.protocol.PacketType.PREPARE_GAME_REQUEST;
import static dev.mallard.protocol.PacketType.REGISTER_REQUEST;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mallard.gateway.client.Destination;
import dev.mallard.gateway.client.SessionPhase;
import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.PacketType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The table in force, and what is wrong with other tables. */
class RoutingTableTest {

    private static final Set<PacketType> HANDLED = EnumSet.of(REGISTER_REQUEST, LOGIN_REQUEST);
    private static final List<String> GROUPS = List.of("lobby", "game");
    private static final Set<PacketType> LOBBY_PACKETS =
            EnumSet.of(
                    CREATE_ROOM_REQUEST,
                    JOIN_ROOM_REQUEST,
                    GET_ROOM_LIST_REQUEST,
                    LEAVE_ROOM_REQUEST,
                    PREPARE_GAME_REQUEST);

    private final RoutingTable table = RoutingConfiguration.mallardTable().build(HANDLED, GROUPS);

    @ParameterizedTest
    @EnumSource
    void everyPacketOfAClientGoesWhereItBelongs(SessionPhase phase) {
        for (PacketType type : PacketCatalogue.get().fromClient()) {
            Route route = Objects.requireNonNull(table.find(phase, type.id()), type::name);
            assertThat(route.type()).isEqualTo(type);
            assertThat(route.answered()).isEqualTo(type.alwaysAnswered());
            assertThat(route.destination())
                    .as("%s %s", phase, type)
                    .isEqualTo(expected(type, phase));
            assertThat(route.group())
                    .isEqualTo(GROUPS.indexOf(route.destination().name().toLowerCase(Locale.ROOT)));
        }
    }

    private static Destination expected(PacketType type, SessionPhase phase) {
        if (HANDLED.contains(type)) {
            return Destination.GATEWAY;
        }
        if (type == C_PLAYER_ATTACK_REQUEST) {
            return phase == SessionPhase.IN_GAME || phase == SessionPhase.SEAT_OFFERED
                    ? Destination.GAME
                    : Destination.LOBBY;
        }
        return LOBBY_PACKETS.contains(type) ? Destination.LOBBY : Destination.GAME;
    }

    @ParameterizedTest
    @EnumSource
    void nothingElseIsRouted(SessionPhase phase) {
        assertThat(table.routes(phase)).hasSameSizeAs(PacketCatalogue.get().fromClient());
        for (int id = 0; id <= 0xFFFF; id++) {
            PacketType type = PacketCatalogue.get().find(id);
            if (type == null || !type.fromClient()) {
                assertThat(table.find(phase, id)).as("packet id %d", id).isNull();
            }
        }
    }

    @Test
    void aPacketWithoutARouteIsAFault() {
        assertFault(
                RoutingTable.define().packets(REGISTER_REQUEST, LOGIN_REQUEST).toGateway(),
                "CREATE_ROOM_REQUEST has no route in state ANONYMOUS");
    }

    @Test
    void aPacketWithoutARouteInOneStateIsAFault() {
        assertFault(
                allBut(C_PLAYER_ATTACK_REQUEST)
                        .packets(C_PLAYER_ATTACK_REQUEST)
                        .unlessIn(SessionPhase.IN_GAME)
                        .to("lobby"),
                "C_PLAYER_ATTACK_REQUEST has no route in state IN_GAME");
    }

    @Test
    void aPacketWithTwoRoutesIsAFault() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                RoutingTable.define()
                                        .packets(C_PLAYER_ATTACK_REQUEST)
                                        .to("lobby")
                                        .packets(C_PLAYER_ATTACK_REQUEST)
                                        .whenIn(SessionPhase.IN_GAME)
                                        .to("game"))
                .withMessageContaining(
                        "C_PLAYER_ATTACK_REQUEST has two routes in state IN_GAME: lobby and game");
    }

    @ParameterizedTest
    @EnumSource(names = {"S_GET_OUT", "LOGIN_CAST", "C_OBJECT_ATTACKED_BY_PLAYER"})
    void aRouteForAPacketThatNoClientMaySendIsAFault(PacketType type) {
        assertFault(
                RoutingConfiguration.mallardTable().packets(type).to("game"),
                type + " has a route, but clients may not send it");
    }

    @Test
    void aGroupThatIsNotThereIsAFault() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> RoutingConfiguration.mallardTable().build(HANDLED, List.of("lobby")))
                .withMessageContaining(
                        "START_GAME_REQUEST goes to game, which is no upstream group");
    }

    @Test
    void aHandlerThatIsNotThereIsAFault() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                RoutingConfiguration.mallardTable()
                                        .build(EnumSet.of(REGISTER_REQUEST), GROUPS))
                .withMessageContaining("LOGIN_REQUEST has no handler in the gateway");
    }

    @Test
    void otherPacketsCanBeAdded() {
        RoutingTable extended =
                RoutingConfiguration.mallardTable()
                        .unknownPackets(20_000, 20_002, "guild")
                        .build(HANDLED, List.of("lobby", "game", "guild"));
        for (SessionPhase phase : SessionPhase.values()) {
            Route route = Objects.requireNonNull(extended.find(phase, 20_001));
            assertThat(route.destination()).isEqualTo(Destination.OTHER_SERVICE);
            assertThat(route.group()).isEqualTo(2);
            assertThat(route.type()).isNull();
            assertThat(extended.find(phase, 20_003)).isNull();
        }
    }

    @Test
    void packetsOfTheCatalogueCannotBeAdded() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> RoutingConfiguration.mallardTable().unknownPackets(1000, 1001, "x"))
                .withMessageContaining("packet id 1001 belongs to REGISTER_REQUEST");
    }

    private static RoutingTableBuilder allBut(PacketType missing) {
        RoutingTableBuilder rows =
                RoutingTable.define().packets(REGISTER_REQUEST, LOGIN_REQUEST).toGateway();
        for (PacketType type : PacketCatalogue.get().fromClient()) {
            if (type != missing && !HANDLED.contains(type)) {
                rows.packets(type).to("game");
            }
        }
        return rows;
    }

    private static void assertFault(RoutingTableBuilder rows, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> rows.build(HANDLED, GROUPS))
                .withMessage("The routing table: " + message);
    }
}
