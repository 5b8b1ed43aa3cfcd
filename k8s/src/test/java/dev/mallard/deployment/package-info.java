/** Checks of everything that deploys and watches the suite. */
@NullMarked
package dev.mallard.deployment;

import org.jspecify.annotations.NullMarked;
