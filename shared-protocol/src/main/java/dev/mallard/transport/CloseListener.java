package dev.mallard.transport;

/** Told once, on the event loop, that a connection has ended, so that its factory can forget it. */
@FunctionalInterface
interface CloseListener {

    void closed(NettyConnection connection);
}
