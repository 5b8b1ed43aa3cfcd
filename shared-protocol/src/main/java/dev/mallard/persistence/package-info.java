/** What the services with a database have in common. */
@NullMarked
package dev.mallard.persistence;

import org.jspecify.annotations.NullMarked;
