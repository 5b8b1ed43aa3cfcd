/** Room operations of the lobby on PostgreSQL, against the bare statements. */
@NullMarked
package dev.mallard.benchmarks.lobby;

import org.jspecify.annotations.NullMarked;
