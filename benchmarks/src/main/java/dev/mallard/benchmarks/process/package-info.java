/** The gateways that are measured, each a process of its own, and what the operating system knows of them. */
@NullMarked
package dev.mallard.benchmarks.process;

import org.jspecify.annotations.NullMarked;
