package dev.mallard.gateway.routing;

import static dev.mallard.gateway.client.SessionPhase.IN_GAME;
import static dev.mallard.gateway.client.SessionPhase.SEAT_OFFERED;
import static dev.mallard.gateway.upstream.UpstreamProperties.GAME;
import static dev.mallard.gateway.upstream.UpstreamProperties.LOBBY;
import static dev.mallard.protocol.PacketType.CREATE_ROOM_REQUEST;
import static dev.mallard.protocol.PacketType.C_DROP_ITEM_REQUEST;
import static dev.mallard.protocol.PacketType.C_ITEM_COMBINATION_REQUEST;
import static dev.mallard.protocol.PacketType.C_ITEM_DETACHMENT_REQUEST;
import static dev.mallard.protocol.PacketType.C_MONSTER_ATTACK_REQUEST;
import static dev.mallard.protocol.PacketType.C_MONSTER_MOVE_REQUEST;
import static dev.mallard.protocol.PacketType.C_MONSTER_SPAWN_RESPONSE;
import static dev.mallard.protocol.PacketType.C_OBJECT_DAMAGED_BY_MONSTER_REQUEST;
import static dev.mallard.protocol.PacketType.C_OBJECT_DAMAGED_BY_PLAYER_REQUEST;
import static dev.mallard.protocol.PacketType.C_PLAYER_ATTACK_MONSTER_REQUEST;
import static dev.mallard.protocol.PacketType.C_PLAYER_ATTACK_REQUEST;
import static dev.mallard.protocol.PacketType.C_PLAYER_CLOSE_BOX_REQUEST;
import static dev.mallard.protocol.PacketType.C_PLAYER_DAMAGED_BY_MONSTER_REQUEST;
import static dev.mallard.protocol.PacketType.C_PLAYER_GET_ITEM_REQUEST;
import static dev.mallard.protocol.PacketType.C_PLAYER_OPEN_BOX_REQUEST;
import static dev.mallard.protocol.PacketType.C_PLAYER_POSITION_UPDATE_REQUEST;
import static dev.mallard.protocol.PacketType.C_PLAYER_PUT_AN_ITEM_REQUEST;
import static dev.mallard.protocol.PacketType.C_PLAYER_SET_OBJECT_REQUEST;
import static dev.mallard.protocol.PacketType.C_PLAYER_TAKE_OUT_AN_ITEM_REQUEST;
import static dev.mallard.protocol.PacketType.C_PLAYER_USE_ITEM_REQUEST;
import static dev.mallard.protocol.PacketType.GET_ROOM_LIST_REQUEST;
import static dev.mallard.protocol.PacketType.JOIN_ROOM_REQUEST;
import static dev.mallard.protocol.PacketType.LEAVE_ROOM_REQUEST;
import static dev.mallard.protocol.PacketType.LOGIN_REQUEST;
import static dev.mallard.protocol.PacketType.PREPARE_GAME_REQUEST;
import static dev.mallard.protocol.PacketType.REGISTER_REQUEST;
import static dev.mallard.protocol.PacketType.START_GAME_REQUEST;
import static dev.mallard.protocol.PacketType.S_PLAYER_CHATTING_REQUEST;

import dev.mallard.gateway.client.LocalHandlers;
import dev.mallard.gateway.client.SessionCounters;
import dev.mallard.gateway.placement.SeatResumption;
import dev.mallard.gateway.upstream.UpstreamForwarder;
import dev.mallard.gateway.upstream.UpstreamGroup;
import dev.mallard.gateway.upstream.UpstreamGroups;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;

/** The routing table in force. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    @Bean
    RoutingTable routingTable(
            LocalHandlers handlers, UpstreamGroups groups, RoutingProperties properties) {
        RoutingTableBuilder table = mallardTable();
        for (RoutingProperties.AdditionalRoute route : properties.routes()) {
            table.unknownPackets(route.firstId(), route.lastId(), route.group());
        }
        List<String> groupNames = groups.all().stream().map(UpstreamGroup::name).toList();
        return table.build(handlers.types(), groupNames);
    }

    /** The rows for the game that Mallard ships with. */
    static RoutingTableBuilder mallardTable() {
        return RoutingTable.define()
                .packets(REGISTER_REQUEST, LOGIN_REQUEST)
                .toGateway()
                .packets(
                        CREATE_ROOM_REQUEST,
                        JOIN_ROOM_REQUEST,
                        GET_ROOM_LIST_REQUEST,
                        LEAVE_ROOM_REQUEST,
                        PREPARE_GAME_REQUEST)
                .to(LOBBY)
                .packets(C_PLAYER_ATTACK_REQUEST)
                .unlessIn(IN_GAME, SEAT_OFFERED)
                .to(LOBBY)
                .packets(C_PLAYER_ATTACK_REQUEST)
                .whenIn(IN_GAME, SEAT_OFFERED)
                .to(GAME)
                .packets(
                        START_GAME_REQUEST,
                        C_PLAYER_POSITION_UPDATE_REQUEST,
                        C_PLAYER_ATTACK_MONSTER_REQUEST,
                        C_PLAYER_GET_ITEM_REQUEST,
                        C_PLAYER_USE_ITEM_REQUEST,
                        C_PLAYER_DAMAGED_BY_MONSTER_REQUEST,
                        C_PLAYER_OPEN_BOX_REQUEST,
                        C_PLAYER_TAKE_OUT_AN_ITEM_REQUEST,
                        C_PLAYER_PUT_AN_ITEM_REQUEST,
                        C_PLAYER_CLOSE_BOX_REQUEST,
                        S_PLAYER_CHATTING_REQUEST,
                        C_PLAYER_SET_OBJECT_REQUEST,
                        C_ITEM_DETACHMENT_REQUEST,
                        C_DROP_ITEM_REQUEST,
                        C_MONSTER_SPAWN_RESPONSE,
                        C_MONSTER_MOVE_REQUEST,
                        C_MONSTER_ATTACK_REQUEST,
                        C_OBJECT_DAMAGED_BY_MONSTER_REQUEST,
                        C_OBJECT_DAMAGED_BY_PLAYER_REQUEST,
                        C_ITEM_COMBINATION_REQUEST)
                .to(GAME);
    }

    @Bean
    PacketRouter packetRouter(
            RoutingTable table,
            LocalHandlers handlers,
            UpstreamForwarder forwarder,
            UpstreamGroups groups,
            SeatResumption seats,
            SessionCounters counters) {
        return new PacketRouter(table, handlers, forwarder, groups, seats, counters);
    }
}
