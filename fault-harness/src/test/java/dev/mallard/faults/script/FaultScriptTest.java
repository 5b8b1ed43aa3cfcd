package dev.mallard.faults.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mallard.faults.cluster.Service;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class FaultScriptTest {

    private static final Set<FaultKind> ALL = EnumSet.allOf(FaultKind.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration GAP = Duration.ofSeconds(5);

    private static ScriptSettings settings(Set<FaultKind> kinds, boolean spareFirst) {
        return new ScriptSettings(2, 2, 3, kinds, HOUR, GAP, spareFirst);
    }

    @Test
    void theSameSeedMakesTheSameScript() {
        List<TimedFault> script = FaultScript.of(7, settings(ALL, false));
        assertThat(FaultScript.of(7, settings(ALL, false))).isEqualTo(script);
        assertThat(FaultScript.of(8, settings(ALL, false))).isNotEqualTo(script);
    }

    @Test
    void theSameSeedMakesTheSameScriptInEveryVersion() {
        ScriptSettings small =
                new ScriptSettings(
                        2, 2, 2, EnumSet.of(FaultKind.KILL), Duration.ofSeconds(40), GAP, false);
        assertThat(FaultScript.of(7, small))
                .extracting(TimedFault::toString)
                .containsExactly(
                        "   6.4 s  kill lobby-2",
                        "  16.9 s  kill gateway-2",
                        "  29.7 s  kill game-1");
    }

    @Test
    void everythingComesBeforeAnythingComesAgain() {
        List<String> sorts =
                FaultScript.of(3, settings(ALL, false)).stream()
                        .map(timed -> timed.fault().group())
                        .toList();
        Set<String> different = Set.copyOf(sorts);
        assertThat(sorts.subList(0, different.size())).doesNotHaveDuplicates();
        assertThat(different).contains("kill lobby", "kill game", "kill gateway", "stall clients");
        assertThat(different.stream().map(sort -> sort.split(" ")[0]).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ALL.stream().map(FaultKind::label).toList());
    }

    @Test
    void faultsComeOneAfterTheOtherWithGaps() {
        List<TimedFault> script = FaultScript.of(5, settings(ALL, false));
        assertThat(script).hasSizeGreaterThan(100);
        assertThat(script.getFirst().at()).isBetween(GAP, GAP.multipliedBy(2));
        for (int i = 1; i < script.size(); i++) {
            TimedFault before = script.get(i - 1);
            Duration end = before.at().plus(before.fault().length());
            assertThat(script.get(i).at().minus(end)).isGreaterThanOrEqualTo(GAP);
        }
        assertThat(script.getLast().at()).isLessThan(HOUR);
    }

    @Test
    void onlyWhatIsWantedHappensAndOnlyToWhatIsThere() {
        Set<FaultKind> kinds = EnumSet.of(FaultKind.KILL, FaultKind.STALL);
        List<TimedFault> script = FaultScript.of(1, settings(kinds, false));
        assertThat(script)
                .allSatisfy(
                        timed -> {
                            assertThat(timed.fault().kind()).isIn(kinds);
                            assertThat(numbers(timed.fault()))
                                    .allSatisfy(number -> assertThat(number).isBetween(1, 3));
                        });
        assertThat(script)
                .extracting(timed -> timed.fault().at().toString())
                .contains("lobby-1", "lobby-2", "game-3", "clients of gateway-2")
                .doesNotContain("lobby-3", "gateway-3");
    }

    @Test
    void theFirstOfEachServiceIsSparedIfWanted() {
        assertThat(FaultScript.of(1, settings(ALL, true)))
                .allSatisfy(timed -> assertThat(numbers(timed.fault())).doesNotContain(1));
    }

    private static List<Integer> numbers(Fault fault) {
        return switch (fault.at()) {
            case Spot spot -> List.of(spot.number());
            case Way.Door door -> List.of(door.gateway());
            case Way.Link link -> List.of(link.gateway(), link.to().number());
            default -> List.of();
        };
    }

    @Test
    void freezesAreShorterOrLongerThanTheHeartbeatsAllow() {
        for (TimedFault timed : FaultScript.of(2, settings(ALL, false))) {
            if (timed.fault() instanceof Fault.Freeze freeze) {
                boolean isLong = freeze.kind() == FaultKind.LONG_FREEZE;
                assertThat(freeze.length().toMillis() > 6_000).isEqualTo(isLong);
                assertThat(freeze.length().toMillis() < 2_001).isEqualTo(!isLong);
            }
        }
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScriptSettings(1, 2, 2, ALL, HOUR, GAP, true))
                .withMessageContaining("two of each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScriptSettings(0, 2, 2, ALL, HOUR, GAP, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScriptSettings(2, 2, 2, Set.of(), HOUR, GAP, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultKind.named("earthquake"))
                .withMessageContaining("long-freeze");
    }

    @Test
    void textsSayWhatHappens() {
        Spot lobby = new Spot(Service.LOBBY, 2);
        assertThat(new Fault.Kill(lobby).text()).isEqualTo("kill lobby-2");
        assertThat(new Fault.Kill(lobby).group()).isEqualTo("kill lobby");
        assertThat(new Fault.HalfOpen(new Way.Link(1, lobby), Duration.ofMillis(1500)).text())
                .isEqualTo("half-open gateway-1 to lobby-2 for 1.5 s");
        assertThat(new Fault.Reset(new Way.Door(1)).group()).isEqualTo("reset clients");
        assertThat(new Fault.Outage(FaultKind.DISK_FULL, Duration.ofSeconds(3)).text())
                .isEqualTo("disk-full for 3.0 s");
    }
}
