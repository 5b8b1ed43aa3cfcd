package dev.mallard.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsPageTest {

    private static final MetricsPage PAGE =
            new MetricsPage(
                    """
                    # HELP mallard_game_games Live games
                    mallard_game_games 3.0
                    mallard_game_games_other 9
                    mallard_gateway_sessions{state="IN_GAME"} 2.0
                    mallard_gateway_sessions{state="IN_LOBBY"} 5.0
                    mallard_link_gateways -1.0
                    mallard_link_odd many
                    mallard_gone NaN
                    jvm_anything -5
                    """);

    @Test
    void addsTheSeriesOfAMetric() {
        assertThat(PAGE.sum("mallard_game_games")).hasValue(3);
        assertThat(PAGE.sum("mallard_gateway_sessions")).hasValue(7);
        assertThat(PAGE.sum("mallard_nothing")).isEmpty();
    }

    @Test
    void findsWhatIsNotSane() {
        assertThat(PAGE.oddities())
                .containsExactly("mallard_link_gateways -1.0", "mallard_link_odd many");
        assertThat(new MetricsPage("").oddities()).hasSize(1);
    }
}
