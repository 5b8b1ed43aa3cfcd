/** Which faults come when: a pure function of a seed. */
@NullMarked
package dev.mallard.faults.script;

import org.jspecify.annotations.NullMarked;
