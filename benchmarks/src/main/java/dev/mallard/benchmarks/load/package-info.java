/** The load: clients on one event loop, and the service behind the gateway that answers them. */
@NullMarked
package dev.mallard.benchmarks.load;

import org.jspecify.annotations.NullMarked;
