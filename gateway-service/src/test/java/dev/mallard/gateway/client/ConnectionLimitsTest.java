package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;

class ConnectionLimitsTest {

    private final ConnectionRefusals refusals = new ConnectionRefusals();
    private final AtomicBoolean heapFull = new AtomicBoolean();
    private final ConnectionLimits limits =
            new ConnectionLimits(
                    new ConnectionProperties(4, 2, 0.9, 16), false, heapFull::get, refusals);

    @Test
    void anAddressGetsNoMoreThanItsShare() {
        assertThat(limits.admit(from("192.0.2.1"))).isTrue();
        assertThat(limits.admit(from("192.0.2.1"))).isTrue();
        assertThat(limits.admit(from("192.0.2.1"))).isFalse();
        assertThat(limits.admit(from("192.0.2.2"))).isTrue();
        assertThat(refusals.count(ConnectionRefusal.ADDRESS_LIMIT)).isEqualTo(1);
        assertThat(limits.open()).isEqualTo(3);
        assertThat(limits.addresses()).isEqualTo(2);
    }

    @Test
    void allAddressesTogetherGetNoMoreThanTheTotal() {
        for (int i = 0; i < 4; i++) {
            assertThat(limits.admit(from("192.0.2." + i))).isTrue();
        }
        assertThat(limits.admit(from("192.0.2.9"))).isFalse();
        assertThat(refusals.count(ConnectionRefusal.TOTAL_LIMIT)).isEqualTo(1);
        assertThat(limits.open()).isEqualTo(4);
        assertThat(limits.addresses()).isEqualTo(4);
    }

    @Test
    void whatIsReleasedCanBeUsedAgain() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(limits.admit(from("192.0.2.1"))).isTrue();
            assertThat(limits.admit(from("192.0.2.1"))).isTrue();
            assertThat(limits.admit(from("192.0.2.1"))).isFalse();
            limits.released(from("192.0.2.1"));
            limits.released(from("192.0.2.1"));
        }
        assertThat(limits.open()).isZero();
        assertThat(limits.addresses()).isZero();
    }

    @Test
    void aFullHeapKeepsEverybodyOutForAsLongAsItIsFull() {
        heapFull.set(true);
        assertThat(limits.admit(from("192.0.2.1"))).isFalse();
        assertThat(refusals.count(ConnectionRefusal.HEAP_PRESSURE)).isEqualTo(1);
        assertThat(limits.open()).isZero();
        heapFull.set(false);
        assertThat(limits.admit(from("192.0.2.1"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:1::1, 2001:db8:0:1:ffff:ffff:ffff:ffff, false",
        "2001:db8:0:1::1, 2001:db8:0:2::1, true",
        "::ffff:192.0.2.1, 192.0.2.1, false",
        "192.0.2.1, 192.0.2.2, true"
    })
    void anIpv6AddressStandsForItsNetwork(String one, String other, boolean admitted) {
        limits.admit(from(one));
        limits.admit(from(one));
        assertThat(limits.admit(from(other))).isEqualTo(admitted);
    }

    private static InetSocketAddress from(String address) {
        return new InetSocketAddress(address, 40_000);
    }
}
