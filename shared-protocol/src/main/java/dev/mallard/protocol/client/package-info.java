/** The client frame: its layout, its codec for the event loop, and its (de)serializer for streams. */
@NullMarked
package dev.mallard.protocol.client;

import org.jspecify.annotations.NullMarked;
