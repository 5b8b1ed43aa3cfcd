package dev.mallard.bots.load.player;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TracksTest {

    @Test
    void aStepIsFoundByItsExactPlace() {
        Footprints steps = new Footprints();
        assertThat(steps.find(0, 0)).isZero();
        steps.add(1.5f, 2.5f, 100);
        steps.add(3.5f, 2.5f, 200);
        assertThat(steps.find(1.5f, 2.5f)).isEqualTo(1);
        assertThat(steps.intendedOf(1)).isEqualTo(100);
        assertThat(steps.intendedOf(steps.find(3.5f, 2.5f))).isEqualTo(200);
        assertThat(steps.find(1.5f, 2.6f)).isZero();
    }

    @Test
    void oldStepsAreForgotten() {
        Footprints steps = new Footprints();
        for (int i = 0; i < 65; i++) {
            steps.add(i, 0, i);
        }
        assertThat(steps.find(0, 0)).isZero();
        assertThat(steps.find(1, 0)).isEqualTo(2);
        assertThat(steps.intendedOf(65)).isEqualTo(64);
    }

    @Test
    void aMessageTellsWhenItWasMeant() {
        Utterances said = new Utterances(0xabc);
        String first = said.next(100);
        String second = said.next(200);
        assertThat(first).isNotEqualTo(second).hasSizeLessThan(60);
        assertThat(said.intendedOf(first)).isEqualTo(100);
        assertThat(said.intendedOf(second)).isEqualTo(200);
    }

    @Test
    void messagesOfOthersAreNoneOfOurs() {
        Utterances said = new Utterances(1);
        said.next(100);
        assertThat(said.intendedOf(new Utterances(2).next(5))).isEqualTo(Long.MIN_VALUE);
        assertThat(said.intendedOf("hello")).isEqualTo(Long.MIN_VALUE);
        assertThat(said.intendedOf("hello #1.x")).isEqualTo(Long.MIN_VALUE);
        assertThat(said.intendedOf("hello #1.2")).isEqualTo(Long.MIN_VALUE);
        assertThat(said.intendedOf("hello #1.-1")).isEqualTo(Long.MIN_VALUE);
    }
}
