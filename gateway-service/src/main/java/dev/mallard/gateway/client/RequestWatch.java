package dev.mallard.gateway.client;

/** Wants to know the end of one request. Exactly one method is called, once, on the session's event loop. */
public interface RequestWatch {

    /** The service has answered the request, or has said that it is done. */
    void answered();

    /** The request will not be answered: its session or its link has ended. */
    void abandoned();
}
