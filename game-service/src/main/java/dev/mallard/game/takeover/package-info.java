/** Games that survive their service: snapshots in Redis, leases, fences, and other services that go on. */
@NullMarked
package dev.mallard.game.takeover;

import org.jspecify.annotations.NullMarked;
