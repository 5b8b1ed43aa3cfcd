package dev.mallard.game.handler;

import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.PacketType;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

import java.util.EnumMap;
import java.util.Map;

/** Measures the work on players' commands, by packet type. Any thread. */
@Component
final class CommandTimers {

    private final Map<PacketType, Timer> timers = new EnumMap<>(PacketType.class);

    CommandTimers(MeterRegistry meters) {
        for (PacketType type : PacketCatalogue.get().fromClient()) {
            timers.put(
                    type,
                    Timer.builder("mallard.game.commands")
                            .description("Commands of players, and the time they took")
                            .tag("type", type.name())
                            .register(meters));
        }
    }

    /** Runs a command of this type and measures it. */
    void record(PacketType type, Runnable command) {
        Timer timer = timers.get(type);
        if (timer == null) {
            command.run();
        } else {
            timer.record(command);
        }
    }
}
