/** Tests of the whole suite: real processes, real clients, and things that get killed. */
@NullMarked
package dev.mallard.faults.system;

import org.jspecify.annotations.NullMarked;
