package dev.mallard.bots.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class AgendaTest {

    private final Agenda agenda = new Agenda();
    private final List<String> done = new ArrayList<>();

    @Test
    void everythingComesUpAtItsTimes() {
        agenda.every(10, 10, due -> done.add("a" + due));
        agenda.every(15, 20, due -> done.add("b" + due));
        assertThat(agenda.run(5)).isEqualTo(5);
        assertThat(done).isEmpty();
        assertThat(agenda.run(21)).isEqualTo(9);
        assertThat(done).containsExactly("a10", "b15", "a20");
    }

    @Test
    void whatComesUpLateCountsFromWhenItWasDueAndNoneIsLeftOut() {
        agenda.every(0, 100, due -> done.add("a" + due));
        assertThat(agenda.run(350)).isEqualTo(50);
        assertThat(done).containsExactly("a0", "a100", "a200", "a300");
    }

    @Test
    void timesMayOverflow() {
        agenda.every(Long.MAX_VALUE - 1, 10, due -> done.add("a"));
        agenda.every(Long.MAX_VALUE, 10, due -> done.add("b"));
        assertThat(agenda.run(Long.MAX_VALUE - 2)).isEqualTo(1);
        assertThat(agenda.run(Long.MIN_VALUE + 4)).isEqualTo(4);
        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void anEmptyAgendaWaitsForEver() {
        agenda.every(0, 1, due -> agenda.clear());
        assertThat(agenda.run(0)).isEqualTo(Long.MAX_VALUE);
    }
}
