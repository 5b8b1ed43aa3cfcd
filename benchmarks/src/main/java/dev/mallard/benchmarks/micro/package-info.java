/** JMH benchmarks of single steps on the way of a packet: {@code ./mallard bench jmh}. */
@NullMarked
package dev.mallard.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
