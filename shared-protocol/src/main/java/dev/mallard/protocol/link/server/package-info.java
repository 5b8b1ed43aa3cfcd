/**
 * What the services behind the gateways have in common: they accept links, know which user is logged in
 * where, hand each packet to its handler, and send packets to users.
 */
@NullMarked
package dev.mallard.protocol.link.server;

import org.jspecify.annotations.NullMarked;
