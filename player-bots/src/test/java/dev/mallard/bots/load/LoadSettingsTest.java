package dev.mallard.bots.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadSettingsTest {

    @Test
    void aRoomHoldsEight() {
        assertThat(LoadSettings.roomsFor(1)).isEqualTo(1);
        assertThat(LoadSettings.roomsFor(8)).isEqualTo(1);
        assertThat(LoadSettings.roomsFor(9)).isEqualTo(2);
        assertThat(LoadSettings.roomsFor(200)).isEqualTo(25);
    }
}
