package dev.mallard.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mallard.gateway.client.SessionRegistry;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.transport.EventLoops;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class UpstreamGroupsTest {

    private final EventLoops loops = new EventLoops(2, "test");

    @AfterEach
    void stop() {
        loops.close();
    }

    @Test
    void eachLoopHasItsOwnLinkToEachInstance() {
        UpstreamGroups groups = groups(Map.of("lobby", "a:1,b:1", "game", "c:1", "guild", "d:1"));
        assertThat(groups.instances()).hasSize(4);
        for (int loop = 0; loop < 2; loop++) {
            int current = loop;
            assertThat(groups.instances().stream().map(i -> i.link(current).slot()))
                    .containsExactlyInAnyOrder(0, 1, 2, 3);
        }
        assertThat(groups.lobby().unavailable()).isEqualTo(ErrorCode.LOBBY_UNAVAILABLE);
        assertThat(groups.game().unavailable()).isEqualTo(ErrorCode.GAME_UNAVAILABLE);
        assertThat(groups.all())
                .filteredOn(group -> group.name().equals("guild"))
                .allMatch(group -> group.unavailable() == ErrorCode.SERVER_BUSY)
                .hasSize(1);
    }

    @Test
    void lobbyAndGameHaveToBeThere() {
        assertThatIllegalStateException()
                .isThrownBy(() -> groups(Map.of("lobby", "a:1")))
                .withMessageContaining("no group game");
        assertThatIllegalStateException()
                .isThrownBy(() -> groups(Map.of("game", "a:1")))
                .withMessageContaining("no group lobby");
    }

    @Test
    void faultyAddressesAreNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> groups(Map.of("lobby", "a:1,a:1", "game", "b:1")))
                .withMessage("upstream group lobby has a:1 twice");
        assertThatIllegalStateException()
                .isThrownBy(() -> groups(Map.of("lobby", "a:1", "game", "nowhere")))
                .withMessage("upstream group game: not host:port: nowhere");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:5557, localhost, 5557",
        "' 10.0.0.1:1 ', 10.0.0.1, 1",
        "[::1]:65535, ::1, 65535"
    })
    void addressesAreRead(String text, String host, int port) {
        InstanceAddress address = InstanceAddress.parse(text);
        assertThat(address).isEqualTo(new InstanceAddress(host, port));
        assertThat(address).hasToString(text.trim());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host",
                ":1",
                "host:",
                "host:x",
                "host:0",
                "host:65536",
                "::1:80",
                "dns:host"
            })
    void otherTextsAreNoAddresses(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> InstanceEntry.parse(text));
    }

    @Test
    void namesStandForInstancesThatAreNotKnownYet() {
        UpstreamGroups groups = groups(Map.of("lobby", "dns:lobbies:5557", "game", "a:1"));
        assertThat(groups.lobby().instances()).isEmpty();
        assertThat(groups.lobby().isUsable()).isFalse();
        assertThat(groups.instances()).hasSize(1);
    }

    @Test
    void aSlotIsUsedAgainWhenItsLinksAreClosed() {
        UpstreamGroups groups = groups(Map.of("lobby", "dns:lobbies:5557", "game", "a:1"));
        UpstreamInstance one = groups.add(groups.lobby(), new InstanceAddress("b", 1), "lobbies");
        UpstreamInstance two = groups.add(groups.lobby(), new InstanceAddress("c", 1), "lobbies");
        assertThat(one.link(0).slot()).isEqualTo(1);
        assertThat(two.link(1).slot()).isEqualTo(2);
        groups.remove(one);
        assertThat(groups.lobby().instances()).containsExactly(two);
        UpstreamInstance three = groups.add(groups.lobby(), new InstanceAddress("d", 1), "lobbies");
        assertThat(three.link(0).slot()).as("the links of the first are still open").isEqualTo(3);
        groups.closed(one);
        UpstreamInstance four = groups.add(groups.lobby(), new InstanceAddress("e", 1), "lobbies");
        assertThat(four.link(0).slot()).isEqualTo(1);
    }

    private UpstreamGroups groups(Map<String, String> instances) {
        Map<String, UpstreamProperties.Group> configured = new LinkedHashMap<>();
        instances.forEach(
                (name, addresses) ->
                        configured.put(
                                name, new UpstreamProperties.Group(List.of(addresses.split(",")))));
        return new UpstreamGroups(configured, loops, new SessionRegistry(2));
    }
}
