package dev.mallard.bots.load;

import dev.mallard.bots.load.measure.Kind;
import dev.mallard.bots.load.measure.Percentiles;
import dev.mallard.bots.load.measure.Tally;

/**
 * What was measured of one kind.
 *
 * @param tally of the whole run; empty for what is no request
 * @param latency since all players were logged in; of registrations and logins since the start
 */
public record KindResult(Kind kind, Tally tally, Percentiles latency) {}
