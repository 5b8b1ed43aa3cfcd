/** The vocabulary that clients and services share: packet types, payload rules, and errors. */
@NullMarked
package dev.mallard.protocol;

import org.jspecify.annotations.NullMarked;
