/** Tracing through OpenTelemetry, off by default: the SDK, and the form that a trace has on a link. */
@NullMarked
package dev.mallard.tracing;

import org.jspecify.annotations.NullMarked;
