package dev.mallard.gateway.tracing;

import dev.mallard.gateway.TestPackets;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.link.message.Load;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.server.ControlListener;
import dev.mallard.protocol.link.server.LinkServer;
import dev.mallard.protocol.link.server.LinkServerConfiguration;
import dev.mallard.protocol.link.server.LoadSource;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.link.server.RequestExecutor;
import dev.mallard.protocol.link.server.ServiceRole;
import dev.mallard.protocol.link.server.SessionListener;
import dev.mallard.protocol.link.server.UserSession;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A lobby on a real link server, which answers one type of packet and refuses another. */
final class SmallLobby implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    /**
     * @param settings further settings, {@code name=value}
     */
    SmallLobby(String... settings) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--spring.config.location=optional:classpath:/none/",
                                "--spring.application.name=small-lobby",
                                "--mallard.link.port=0",
                                "--mallard.link.bind-address=127.0.0.1",
                                "--mallard.link.instance-id=lobby-1",
                                "--mallard.link.secret=mallard-development-secret"));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        context =
                new SpringApplicationBuilder(Beans.class, SpanRecorder.class)
                        .web(WebApplicationType.NONE)
                        .run(arguments.toArray(String[]::new));
    }

    String address() {
        return "localhost:" + context.getBean(LinkServer.class).port();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Without a stereotype, so that the gateway's scan does not find it. */
    @Import(LinkServerConfiguration.class)
    @ImportAutoConfiguration(SslAutoConfiguration.class)
    static class Beans {

        @Bean
        ServiceRole role() {
            return new ServiceRole("lobby");
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
        LoadSource loadSource() {
            return () -> Load.newBuilder().setAcceptingWork(true).build();
        }

        @Bean
        ControlListener controlListener() {
            return (link, message) -> {};
        }

        @Bean
        RequestExecutor requestExecutor() {
            return (request, task) -> Thread.startVirtualThread(task);
        }

        @Bean
        SessionListener sessionListener() {
            return new SessionListener() {
                @Override
                public CompletionStage<Location> sessionOpened(UserSession session) {
                    return CompletableFuture.completedFuture(Location.getDefaultInstance());
                }

                @Override
                public void sessionClosed(UserSession session, boolean successor) {}
            };
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
                    request.answer(TestPackets.rooms());
                }
            };
        }

        @Bean
        PacketHandler leaveRoom() {
            return new PacketHandler() {
                @Override
                public PacketType type() {
                    return PacketType.LEAVE_ROOM_REQUEST;
                }

                @Override
                public void handle(Request request) {
                    throw new RequestRejectedException(ErrorCode.NOT_IN_ROOM);
                }
            };
        }
    }
}
