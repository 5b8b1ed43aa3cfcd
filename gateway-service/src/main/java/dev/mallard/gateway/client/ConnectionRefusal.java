package dev.mallard.gateway.client;

/** Why a connection was closed before it became a session. The name is what the metrics show. */
public enum ConnectionRefusal {
    /** There are as many connections as there may be. */
    TOTAL_LIMIT,
    /** There are as many connections from this address as there may be. */
    ADDRESS_LIMIT,
    /** The heap is nearly full. */
    HEAP_PRESSURE
}
