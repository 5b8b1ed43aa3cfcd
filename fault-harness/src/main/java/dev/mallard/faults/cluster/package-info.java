/**
 * Any number of gateways, lobbies and game services as processes of their own, with what they need, to be killed,
 * frozen and cut off.
 */
@NullMarked
package dev.mallard.faults.cluster;

import org.jspecify.annotations.NullMarked;
