/** The HTTP server of every service, for health, metrics and the other endpoints of operators. */
@NullMarked
package dev.mallard.management;

import org.jspecify.annotations.NullMarked;
