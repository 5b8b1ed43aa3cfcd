package dev.mallard.faults.run;

import dev.mallard.bots.load.KindResult;
import dev.mallard.bots.load.LoadResult;
import dev.mallard.bots.load.measure.Happening;
import dev.mallard.bots.load.measure.Measurements;
import dev.mallard.bots.load.measure.Outcome;
import dev.mallard.faults.check.Finding;

import java.util.ArrayList;
import java.util.List;

/** Settles the accounts of the players: whatever they sent has an outcome that they could see. */
final class Accounts {

    private Accounts() {}

    static List<Finding> check(LoadResult load, List<FaultOutcome> outcomes) {
        return List.of(
                new Finding(
                        "every request is answered, refused, or ends with its connection or game",
                        silences(load)),
                new Finding(
                        "no answer comes that nobody has asked for",
                        errors(load, Measurements.UNASKED)),
                new Finding(
                        "everything that comes can be read", errors(load, Measurements.MALFORMED)),
                new Finding("no player has to give up", errors(load, Measurements.GAVE_UP)),
                new Finding("everything works again after every fault", broken(outcomes)),
                new Finding("games are played", played(load)));
    }

    private static List<String> silences(LoadResult load) {
        List<String> silences = new ArrayList<>();
        for (KindResult kind : load.kinds()) {
            long lost = kind.tally().of(Outcome.LOST);
            long open = kind.tally().open();
            if (lost > 0) {
                silences.add(lost + " " + kind.kind().label() + " without an answer in time");
            }
            if (open != 0) {
                silences.add(open + " " + kind.kind().label() + " without an outcome");
            }
        }
        return silences;
    }

    private static List<String> errors(LoadResult load, String identifier) {
        long count = load.errors().getOrDefault(identifier, 0L);
        return count == 0 ? List.of() : List.of(count + " " + identifier);
    }

    private static List<String> broken(List<FaultOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.recovered() == null)
                .map(outcome -> outcome.fault().text() + ": " + outcome.trouble())
                .toList();
    }

    private static List<String> played(LoadResult load) {
        long games = load.happenings().getOrDefault(Happening.GAME_STARTED, 0L);
        return games > 0 ? List.of() : List.of("none has started");
    }
}
