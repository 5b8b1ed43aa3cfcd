package dev.mallard.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetSocketAddress;
import java.util.List;

class TrustedProxiesTest {

    private static InetSocketAddress peer(String address) {
        return new InetSocketAddress(address, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,     10.255.1.2,      true",
        "10.0.0.0/8,     11.0.0.1,        false",
        "10.1.2.3/16,    10.1.9.9,        true",
        "192.0.2.1,      192.0.2.1,       true",
        "192.0.2.1,      192.0.2.2,       false",
        "192.0.2.1/32,   192.0.2.2,       false",
        "0.0.0.0/0,      203.0.113.5,     true",
        "0.0.0.0/0,      2001:db8::1,     false",
        "2001:db8::/32,  2001:db8:1::9,   true",
        "2001:db8::/32,  2001:db9::1,     false",
        "2001:db8::1,    2001:db8::1,     true",
        "2001:db8::1,    2001:db8::2,     false",
        "::/0,           2001:db8::2,     true",
        "::/0,           192.0.2.2,       false"
    })
    void aPeerIsTrustedWithinANetwork(String network, String address, boolean trusted) {
        assertThat(TrustedProxies.of(List.of(network)).contains(peer(address))).isEqualTo(trusted);
    }

    @Test
    void oneOfSeveralIsEnough() {
        var proxies = TrustedProxies.of(List.of("10.0.0.0/8", "192.0.2.1"));
        assertThat(proxies.contains(peer("10.1.1.1"))).isTrue();
        assertThat(proxies.contains(peer("192.0.2.1"))).isTrue();
        assertThat(proxies.contains(peer("192.0.2.2"))).isFalse();
    }

    @Test
    void noNetworksTrustNobodyAndAnyTrustsAll() {
        assertThat(TrustedProxies.of(List.of()).contains(peer("127.0.0.1"))).isFalse();
        assertThat(TrustedProxies.any().contains(peer("203.0.113.9"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.org/8",
                "10.0.0/8",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/x",
                "10.0.0.0/8/8",
                "::1/129",
                "300.0.0.1"
            })
    void whatIsNoNetworkIsNamed(String network) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustedProxies.of(List.of(network)))
                .withMessage("not an address or a network: '" + network + "'");
    }
}
