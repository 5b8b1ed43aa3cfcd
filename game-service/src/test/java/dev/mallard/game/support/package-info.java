/** What several tests of the game service need: a clock to turn, threads to run by hand, links that remember. */
@NullMarked
package dev.mallard.game.support;

import org.jspecify.annotations.NullMarked;
