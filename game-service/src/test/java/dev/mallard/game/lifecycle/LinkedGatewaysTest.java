package dev.mallard.game.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.mallard.game.support.RecordingLink;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.server.GatewayLinks;
import dev.mallard.protocol.link.server.LinkServerProperties;
import dev.mallard.protocol.link.server.Outbound;
import dev.mallard.protocol.link.server.SessionDirectory;
import dev.mallard.transport.LinkTlsProperties;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class LinkedGatewaysTest {

    private static final int ANNA = 11;
    private static final int BEN = 12;
    private static final int CLEO = 13;

    private final RecordingLink first = new RecordingLink("gateway-1");
    private final RecordingLink second = new RecordingLink("gateway-2");
    private final SessionDirectory sessions = new SessionDirectory();
    private final LinkedGateways gateways = over(new GatewayLinks(new SimpleMeterRegistry()));

    private LinkedGateways over(GatewayLinks links) {
        return new LinkedGateways(
                new LinkServerProperties(
                        "127.0.0.1",
                        0,
                        "game-1",
                        "secret",
                        new LinkTlsProperties("", Duration.ofSeconds(10)),
                        1,
                        Duration.ofSeconds(2),
                        2,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5)),
                links,
                sessions,
                new Outbound(sessions));
    }

    @BeforeEach
    void logIn() {
        sessions.open(first.session(ANNA, 1));
        sessions.open(second.session(BEN, 4));
        sessions.open(first.session(CLEO, 1));
    }

    @Test
    void knowsWhoIsLoggedIn() {
        assertThat(gateways.loggedIn(ANNA)).isTrue();
        assertThat(gateways.loggedIn(99)).isFalse();
        assertThat(gateways.current(BEN, 4)).isTrue();
        assertThat(gateways.current(BEN, 3)).isFalse();
        assertThat(gateways.current(99, 1)).isFalse();
    }

    @Test
    void tellsEachLinkAboutItsOwnUsers() {
        gateways.entered(7, 5, List.of(ANNA, BEN, CLEO, 99));
        gateways.released(7, List.of(ANNA, BEN, CLEO, 99));
        assertThat(first.controls()).hasSize(2);
        assertThat(first.controls().get(0).getPlayersEntered())
                .satisfies(
                        message -> {
                            assertThat(message.getGameId()).isEqualTo(7);
                            assertThat(message.getGameInstance()).isEqualTo("game-1");
                            assertThat(message.getFence()).isEqualTo(5);
                            assertThat(message.getUserIdsList()).containsExactly(ANNA, CLEO);
                        });
        assertThat(first.controls().get(1).getPlayersReleased().getUserIdsList())
                .containsExactly(ANNA, CLEO);
        assertThat(second.controls().get(0).getPlayersEntered().getUserIdsList())
                .containsExactly(BEN);
        assertThat(second.controls().get(1).getPlayersReleased().getGameId()).isEqualTo(7);
    }

    @Test
    void reportsTheEndOnceThroughTheGatewayOfTheFirstWhoIsThere() {
        GameEnded report =
                GameEnded.newBuilder()
                        .setGameId(7)
                        .addAllUserIds(List.of(99, BEN, ANNA))
                        .setOutcome("CLEARED")
                        .build();
        gateways.ended(report);
        assertThat(first.controls()).isEmpty();
        assertThat(second.controls()).hasSize(1);
        assertThat(second.controls().getFirst().getGameEnded())
                .isEqualTo(report.toBuilder().setGameInstance("game-1").build());

        second.close();
        gateways.ended(report);
        assertThat(first.controls()).hasSize(1);
        assertThat(second.controls()).hasSize(1);
    }

    @Test
    void losesWhatIsForNobody() {
        gateways.left(7, 99);
        gateways.ended(GameEnded.getDefaultInstance());
        gateways.released(7, List.of(99));
        assertThat(first.controls()).isEmpty();
        assertThat(second.controls()).isEmpty();
    }

    @Test
    void saysThroughAPlayersOwnGatewayThatThePlayerHasLeft() {
        gateways.left(7, BEN);
        assertThat(first.controls()).isEmpty();
        assertThat(second.controls()).hasSize(1);
    }

    @Test
    void takesTheOpenLinksInTurnForWhoIsNotThere() {
        RecordingLink third = new RecordingLink("gateway-3");
        GatewayLinks links = mock(GatewayLinks.class);
        when(links.all()).thenReturn(List.of(first.link(), second.link(), third.link()));
        second.close();
        LinkedGateways several = over(links);
        for (int i = 0; i < 4; i++) {
            several.left(7, 99);
        }
        assertThat(first.controls()).hasSize(2);
        assertThat(second.controls()).isEmpty();
        assertThat(third.controls()).hasSize(2);
    }

    @Test
    void answersWhoAsksForAGame() {
        List<LinkControl> answers = new ArrayList<>();
        gateways.created(7, 5, answers::add);
        gateways.notCreated(8, ErrorCode.NO_GAME_SERVER, answers::add);
        assertThat(answers.get(0).getGameCreated().getGameId()).isEqualTo(7);
        assertThat(answers.get(0).getGameCreated().getGameInstance()).isEqualTo("game-1");
        assertThat(answers.get(1).getGameNotCreated().getGameId()).isEqualTo(8);
        assertThat(answers.get(1).getGameNotCreated().getError()).isEqualTo("NO_GAME_SERVER");
    }
}
