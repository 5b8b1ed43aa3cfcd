package dev.mallard.protocol;

import dev.mallard.protocol.message.GamePacket.PayloadCase;

/**
 * Every packet type of the client protocol: its id in the frame header, its direction, and the member of
 * {@link dev.mallard.protocol.message.GamePacket} that its payload has to carry.
 *
 * <p>The names are those of the protocol, not of Java: a {@code C_} packet usually comes from a client and
 * an {@code S_} packet from a server, but {@link #S_PLAYER_CHATTING_REQUEST} is sent by clients. The
 * direction is what counts.
 */
public enum PacketType {
    REGISTER_REQUEST(1001, Direction.CLIENT_TO_SERVER, PayloadCase.REGISTER_REQUEST),
    REGISTER_RESPONSE(1002, Direction.SERVER_TO_CLIENT, PayloadCase.REGISTER_RESPONSE),
    LOGIN_REQUEST(1003, Direction.CLIENT_TO_SERVER, PayloadCase.LOGIN_REQUEST),
    LOGIN_RESPONSE(1004, Direction.SERVER_TO_CLIENT, PayloadCase.LOGIN_RESPONSE),
    LOGIN_CAST(1005, Direction.INTERNAL, PayloadCase.LOGIN_CAST),
    LOGOUT_CAST(1006, Direction.INTERNAL, PayloadCase.LOGOUT),
    S_GET_OUT(1007, Direction.SERVER_TO_CLIENT, PayloadCase.GET_OUT),
    PREPARE_GAME_SERVER(1501, Direction.INTERNAL, PayloadCase.GAME_SERVER_PREPARE),
    JOIN_SERVER_REQUEST(1502, Direction.INTERNAL, PayloadCase.GAME_SERVER_JOIN_REQUEST),
    CREATE_ROOM_REQUEST(2001, Direction.CLIENT_TO_SERVER, PayloadCase.CREATE_ROOM_REQUEST),
    CREATE_ROOM_RESPONSE(2002, Direction.SERVER_TO_CLIENT, PayloadCase.CREATE_ROOM_RESPONSE),
    JOIN_ROOM_REQUEST(2003, Direction.CLIENT_TO_SERVER, PayloadCase.JOIN_ROOM_REQUEST),
    JOIN_ROOM_RESPONSE(2004, Direction.SERVER_TO_CLIENT, PayloadCase.JOIN_ROOM_RESPONSE),
    JOIN_ROOM_NOTIFICATION(2005, Direction.SERVER_TO_CLIENT, PayloadCase.JOIN_ROOM_NOTIFICATION),
    GET_ROOM_LIST_REQUEST(2006, Direction.CLIENT_TO_SERVER, PayloadCase.GET_ROOM_LIST_REQUEST),
    GET_ROOM_LIST_RESPONSE(2007, Direction.SERVER_TO_CLIENT, PayloadCase.GET_ROOM_LIST_RESPONSE),
    LEAVE_ROOM_REQUEST(2008, Direction.CLIENT_TO_SERVER, PayloadCase.LEAVE_ROOM_REQUEST),
    LEAVE_ROOM_RESPONSE(2009, Direction.SERVER_TO_CLIENT, PayloadCase.LEAVE_ROOM_RESPONSE),
    LEAVE_ROOM_NOTIFICATION(2010, Direction.SERVER_TO_CLIENT, PayloadCase.LEAVE_ROOM_NOTIFICATION),
    PREPARE_GAME_REQUEST(3001, Direction.CLIENT_TO_SERVER, PayloadCase.GAME_PREPARE_REQUEST),
    PREPARE_GAME_RESPONSE(3002, Direction.SERVER_TO_CLIENT, PayloadCase.GAME_PREPARE_RESPONSE),
    PREPARE_GAME_NOTIFICATION(
            3003, Direction.SERVER_TO_CLIENT, PayloadCase.GAME_PREPARE_NOTIFICATION),
    START_GAME_REQUEST(3004, Direction.CLIENT_TO_SERVER, PayloadCase.GAME_START_REQUEST),
    START_GAME_RESPONSE(3005, Direction.UNUSED, PayloadCase.GAME_START_RESPONSE),
    START_GAME_NOTIFICATION(3006, Direction.SERVER_TO_CLIENT, PayloadCase.GAME_START_NOTIFICATION),
    CLEAR_GAME_NOTIFICATION(3007, Direction.UNUSED, PayloadCase.GAME_CLEAR_NOTIFICATION),
    C_PLAYER_POSITION_UPDATE_REQUEST(
            4001, Direction.CLIENT_TO_SERVER, PayloadCase.PLAYER_POSITION_UPDATE_REQUEST),
    S_PLAYER_POSITION_UPDATE_NOTIFICATION(
            4002, Direction.SERVER_TO_CLIENT, PayloadCase.PLAYER_POSITION_UPDATE_NOTIFICATION),
    S_PLAYER_HP_UPDATE_NOTIFICATION(
            4003, Direction.SERVER_TO_CLIENT, PayloadCase.PLAYER_HP_UPDATE_NOTIFICATION),
    C_PLAYER_ATTACK_REQUEST(4004, Direction.CLIENT_TO_SERVER, PayloadCase.PLAYER_ATTACK_REQUEST),
    C_PLAYER_ATTACK_MONSTER_REQUEST(
            4005, Direction.CLIENT_TO_SERVER, PayloadCase.PLAYER_ATTACK_MONSTER_REQUEST),
    S_PLAYER_ATTACK_NOTIFICATION(
            4006, Direction.SERVER_TO_CLIENT, PayloadCase.PLAYER_ATTACK_NOTIFICATION),
    S_PLAYER_DEATH_NOTIFICATION(
            4007, Direction.SERVER_TO_CLIENT, PayloadCase.PLAYER_DEATH_NOTIFICATION),
    C_PLAYER_GET_ITEM_REQUEST(
            4008, Direction.CLIENT_TO_SERVER, PayloadCase.PLAYER_GET_ITEM_REQUEST),
    C_PLAYER_USE_ITEM_REQUEST(
            4009, Direction.CLIENT_TO_SERVER, PayloadCase.PLAYER_USE_ITEM_REQUEST),
    S_PLAYER_EAT_FOOD_RESPONSE(
            4010, Direction.SERVER_TO_CLIENT, PayloadCase.PLAYER_EAT_FOOD_RESPONSE),
    S_PLAYER_EQUIP_WEAPON_RESPONSE(
            4011, Direction.SERVER_TO_CLIENT, PayloadCase.PLAYER_EQUIP_WEAPON_RESPONSE),
    C_PLAYER_DAMAGED_BY_MONSTER_REQUEST(
            4012, Direction.CLIENT_TO_SERVER, PayloadCase.PLAYER_DAMAGED_BY_MONSTER_REQUEST),
    C_PLAYER_OPEN_BOX_REQUEST(
            4013, Direction.CLIENT_TO_SERVER, PayloadCase.PLAYER_OPEN_BOX_REQUEST),
    S_PLAYER_OPEN_BOX_NOTIFICATION(
            4014, Direction.SERVER_TO_CLIENT, PayloadCase.PLAYER_OPEN_BOX_NOTIFICATION),
    C_PLAYER_TAKE_OUT_AN_ITEM_REQUEST(
            4015, Direction.CLIENT_TO_SERVER, PayloadCase.PLAYER_TAKE_OUT_AN_ITEM_REQUEST),
    S_PLAYER_TAKE_OUT_AN_ITEM_NOTIFICATION(
            4016, Direction.SERVER_TO_CLIENT, PayloadCase.PLAYER_TAKE_OUT_AN_ITEM_NOTIFICATION),
    C_PLAYER_PUT_AN_ITEM_REQUEST(
            4017, Direction.CLIENT_TO_SERVER, PayloadCase.PLAYER_PUT_AN_ITEM_REQUEST),
    S_PLAYER_PUT_AN_ITEM_NOTIFICATION(
            4018, Direction.SERVER_TO_CLIENT, PayloadCase.PLAYER_PUT_AN_ITEM_NOTIFICATION),
    C_PLAYER_CLOSE_BOX_REQUEST(
            4019, Direction.CLIENT_TO_SERVER, PayloadCase.PLAYER_CLOSE_BOX_REQUEST),
    S_PLAYER_CLOSE_BOX_NOTIFICATION(
            4020, Direction.SERVER_TO_CLIENT, PayloadCase.PLAYER_CLOSE_BOX_NOTIFICATION),
    S_ITEM_SPAWN_NOTIFICATION(
            4021, Direction.SERVER_TO_CLIENT, PayloadCase.ITEM_SPAWN_NOTIFICATION),
    S_PLAYER_GET_ITEM_NOTIFICATION(
            4022, Direction.SERVER_TO_CLIENT, PayloadCase.PLAYER_GET_ITEM_NOTIFICATION),
    S_PLAYER_HUNGER_UPDATE_NOTIFICATION(
            4023, Direction.SERVER_TO_CLIENT, PayloadCase.PLAYER_HUNGER_UPDATE_NOTIFICATION),
    S_PLAYER_CHATTING_REQUEST(
            4024, Direction.CLIENT_TO_SERVER, PayloadCase.PLAYER_CHATTING_REQUEST),
    S_PLAYER_CHATTING_NOTIFICATION(
            4025, Direction.SERVER_TO_CLIENT, PayloadCase.PLAYER_CHATTING_NOTIFICATION),
    S_PLAYER_REVIVAL_NOTIFICATION(
            4026, Direction.SERVER_TO_CLIENT, PayloadCase.PLAYER_REVIVAL_NOTIFICATION),
    C_PLAYER_SET_OBJECT_REQUEST(
            4027, Direction.CLIENT_TO_SERVER, PayloadCase.PLAYER_SET_OBJECT_REQUEST),
    S_PLAYER_SET_OBJECT_RESPONSE(
            4028, Direction.SERVER_TO_CLIENT, PayloadCase.PLAYER_SET_OBJECT_RESPONSE),
    S_OBJECT_SET_NOTIFICATION(
            4029, Direction.SERVER_TO_CLIENT, PayloadCase.OBJECT_SET_NOTIFICATION),
    C_OBJECT_ATTACKED_BY_PLAYER(4030, Direction.UNUSED, PayloadCase.PAYLOAD_NOT_SET),
    S_OBJECT_DESTROY_NOTIFICATION_UNUSED(
            4031, Direction.UNUSED, PayloadCase.OBJECT_DESTROY_NOTIFICATION),
    C_ITEM_DETACHMENT_REQUEST(
            4032, Direction.CLIENT_TO_SERVER, PayloadCase.ITEM_DETACHMENT_REQUEST),
    S_ITEM_DETACHMENT_NOTIFICATION(
            4033, Direction.SERVER_TO_CLIENT, PayloadCase.ITEM_DETACHMENT_NOTIFICATION),
    C_DROP_ITEM_REQUEST(4034, Direction.CLIENT_TO_SERVER, PayloadCase.DROP_ITEM_REQUEST),
    S_DROP_ITEM_NOTIFICATION(4035, Direction.SERVER_TO_CLIENT, PayloadCase.DROP_ITEM_NOTIFICATION),
    S_MONSTER_SPAWN_REQUEST(5001, Direction.SERVER_TO_CLIENT, PayloadCase.MONSTER_SPAWN_REQUEST),
    C_MONSTER_SPAWN_RESPONSE(5002, Direction.CLIENT_TO_SERVER, PayloadCase.MONSTER_SPAWN_RESPONSE),
    S_MONSTER_WAVE_START_NOTIFICATION(
            5003, Direction.SERVER_TO_CLIENT, PayloadCase.MONSTER_WAVE_START_NOTIFICATION),
    S_MONSTER_AWAKE_NOTIFICATION(
            5004, Direction.SERVER_TO_CLIENT, PayloadCase.MONSTER_AWAKE_NOTIFICATION),
    S_MONSTER_DEATH_NOTIFICATION(
            5005, Direction.SERVER_TO_CLIENT, PayloadCase.MONSTER_DEATH_NOTIFICATION),
    C_MONSTER_MOVE_REQUEST(5006, Direction.CLIENT_TO_SERVER, PayloadCase.MONSTER_MOVE_REQUEST),
    S_MONSTER_MOVE_NOTIFICATION(
            5007, Direction.SERVER_TO_CLIENT, PayloadCase.MONSTER_MOVE_NOTIFICATION),
    C_MONSTER_ATTACK_REQUEST(5008, Direction.CLIENT_TO_SERVER, PayloadCase.MONSTER_ATTACK_REQUEST),
    S_MONSTER_ATTACK_NOTIFICATION(
            5009, Direction.SERVER_TO_CLIENT, PayloadCase.MONSTER_ATTACK_NOTIFICATION),
    S_MONSTER_HP_UPDATE_NOTIFICATION(
            5010, Direction.SERVER_TO_CLIENT, PayloadCase.MONSTER_HP_UPDATE_NOTIFICATION),
    S_OBJECT_HP_UPDATE_NOTIFICATION(
            6001, Direction.SERVER_TO_CLIENT, PayloadCase.OBJECT_HP_UPDATE_NOTIFICATION),
    C_OBJECT_DAMAGED_BY_MONSTER_REQUEST(
            6002, Direction.CLIENT_TO_SERVER, PayloadCase.OBJECT_DAMAGED_BY_MONSTER_REQUEST),
    S_GAME_OVER_NOTIFICATION(6003, Direction.SERVER_TO_CLIENT, PayloadCase.GAME_OVER_NOTIFICATION),
    C_OBJECT_DAMAGED_BY_PLAYER_REQUEST(
            6004, Direction.CLIENT_TO_SERVER, PayloadCase.OBJECT_DAMAGED_BY_PLAYER_REQUEST),
    S_OBJECT_DESTROY_NOTIFICATION(
            6005, Direction.SERVER_TO_CLIENT, PayloadCase.OBJECT_DESTROY_NOTIFICATION),
    S_ERROR_NOTIFICATION(7001, Direction.SERVER_TO_CLIENT, PayloadCase.ERROR_NOTIFICATION),
    S_GAME_PHASE_UPDATE_NOTIFICATION(
            8001, Direction.SERVER_TO_CLIENT, PayloadCase.GAME_PHASE_UPDATE_NOTIFICATION),
    C_ITEM_COMBINATION_REQUEST(
            9001, Direction.CLIENT_TO_SERVER, PayloadCase.ITEM_COMBINATION_REQUEST),
    S_ITEM_COMBINATION_NOTIFICATION(
            9002, Direction.SERVER_TO_CLIENT, PayloadCase.ITEM_COMBINATION_NOTIFICATION),
    S_GAME_CLEAR_NOTIFICATION(
            9999, Direction.SERVER_TO_CLIENT, PayloadCase.GAME_CLEAR_NOTIFICATION);

    private final int id;
    private final Direction direction;
    private final PayloadCase payload;

    PacketType(int id, Direction direction, PayloadCase payload) {
        this.id = id;
        this.direction = direction;
        this.payload = payload;
    }

    /** The id in the header of a client frame, 1 to 65535. */
    public int id() {
        return id;
    }

    public Direction direction() {
        return direction;
    }

    /** The member that the payload carries; {@code PAYLOAD_NOT_SET} for an id that has no message. */
    public PayloadCase payload() {
        return payload;
    }

    /** Whether a client may send packets of this type. */
    public boolean fromClient() {
        return direction == Direction.CLIENT_TO_SERVER;
    }

    /**
     * Whether every request of this type is answered, if only by an error. The others are frequent, or go
     * wrong for an honest client through latency, and may be dropped without a word.
     */
    public boolean alwaysAnswered() {
        return switch (this) {
            case C_PLAYER_POSITION_UPDATE_REQUEST,
                    C_PLAYER_ATTACK_REQUEST,
                    C_PLAYER_ATTACK_MONSTER_REQUEST,
                    C_PLAYER_DAMAGED_BY_MONSTER_REQUEST,
                    C_PLAYER_CLOSE_BOX_REQUEST,
                    C_MONSTER_SPAWN_RESPONSE,
                    C_MONSTER_MOVE_REQUEST,
                    C_MONSTER_ATTACK_REQUEST,
                    C_OBJECT_DAMAGED_BY_MONSTER_REQUEST,
                    C_OBJECT_DAMAGED_BY_PLAYER_REQUEST ->
                    false;
            default -> direction == Direction.CLIENT_TO_SERVER;
        };
    }
}
