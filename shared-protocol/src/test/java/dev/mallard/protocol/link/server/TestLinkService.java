package dev.mallard.protocol.link.server;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.message.Load;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CGetRoomListResponse;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.time.Clock;

/** A small service behind a link server, which knows one packet. */
@Configuration(proxyBeanMethods = false)
@Import(LinkServerConfiguration.class)
@ImportAutoConfiguration(SslAutoConfiguration.class)
class TestLinkService {

    @Bean
    ServiceRole role() {
        return new ServiceRole("test");
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SessionRecorder recorder() {
        return new SessionRecorder();
    }

    @Bean
    LoadSource loadSource() {
        return () -> Load.newBuilder().setGames(3).setAcceptingWork(true).build();
    }

    @Bean
    ControlListener controlListener() {
        return (link, message) -> {};
    }

    @Bean
    RequestExecutor requestExecutor() {
        return (request, task) -> task.run();
    }

    @Bean
    PacketHandler roomList() {
        return new PacketHandler() {
            @Override
            public PacketType type() {
                return PacketType.GET_ROOM_LIST_REQUEST;
            }

            @Override
            public void handle(Request request) {
                request.answer(
                        GamePacket.newBuilder()
                                .setGetRoomListResponse(S2CGetRoomListResponse.getDefaultInstance())
                                .build());
            }
        };
    }
}
