package dev.mallard.protocol;

import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds packet types by their id or by the payload that they carry. Immutable; any thread. */
public final class PacketCatalogue {

    private static final PacketCatalogue INSTANCE = new PacketCatalogue();

    private final @Nullable PacketType[] byId;
    private final Map<PayloadCase, PacketType> byPayload = new EnumMap<>(PayloadCase.class);

    private PacketCatalogue() {
        int highest = Stream.of(PacketType.values()).mapToInt(PacketType::id).max().orElseThrow();
        byId = new @Nullable PacketType[highest + 1];
        for (PacketType type : PacketType.values()) {
            if (byId[type.id()] != null) {
                throw new IllegalStateException("two packet types have the id " + type.id());
            }
            byId[type.id()] = type;
            if (type.direction() != Direction.UNUSED
                    && byPayload.putIfAbsent(type.payload(), type) != null) {
                throw new IllegalStateException("two packet types carry " + type.payload());
            }
        }
    }

    public static PacketCatalogue get() {
        return INSTANCE;
    }

    /** The type with this id, or null if the catalogue has none. Any int is a legal argument. */
    public @Nullable PacketType find(int id) {
        return id >= 0 && id < byId.length ? byId[id] : null;
    }

    /**
     * The type under which a packet is sent.
     *
     * @throws IllegalArgumentException if the packet has no payload, or one that is never on the wire
     */
    public PacketType typeOf(GamePacket packet) {
        PacketType type = byPayload.get(packet.getPayloadCase());
        if (type == null) {
            throw new IllegalArgumentException("no packet type carries " + packet.getPayloadCase());
        }
        return type;
    }

    /** All types that a client may send, in the order of their ids. */
    public List<PacketType> fromClient() {
        return Stream.of(PacketType.values()).filter(PacketType::fromClient).toList();
    }
}
