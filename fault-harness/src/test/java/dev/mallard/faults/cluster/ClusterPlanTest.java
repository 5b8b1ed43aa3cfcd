package dev.mallard.faults.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.Map;

class ClusterPlanTest {

    @Test
    void settingsOfAServiceComeBesidesThoseOfAll() {
        ClusterPlan plan =
                ClusterPlan.named("plan")
                        .of(2, 1, 3)
                        .with(Map.of("A", "1"))
                        .with(Service.GAME, Map.of("B", "2"))
                        .with(Service.GAME, Map.of("C", "3"))
                        .with(Map.of("D", "4"));
        assertThat(plan.settings()).isEqualTo(Map.of("A", "1", "D", "4"));
        assertThat(plan.settingsOf()).isEqualTo(Map.of(Service.GAME, Map.of("B", "2", "C", "3")));
        assertThat(plan.count(Service.GATEWAY)).isEqualTo(2);
        assertThat(plan.count(Service.GAME)).isEqualTo(3);
        assertThat(plan.throughProxies()).isFalse();
        assertThat(plan.withProxies().throughProxies()).isTrue();
    }

    @Test
    void everyServiceIsNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterPlan.named("plan").of(1, 0, 1))
                .withMessageContaining("instances of lobby, not 0");
    }
}
