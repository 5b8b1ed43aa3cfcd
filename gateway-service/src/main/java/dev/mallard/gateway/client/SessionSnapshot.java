package dev.mallard.gateway.client;

import java.time.Instant;

/**
 * What an operator may know of a session, at one moment.
 *
 * @param id number of the connection within the gateway, as in the log
 * @param sessionNumber the session number, which grows with every login of the account
 * @param address address of the client, in numbers
 * @param connectedSince when the connection was accepted
 * @param packetsReceived packets that the client has sent
 * @param packetsDelivered packets of services that were for the client
 * @param pendingBytes bytes that wait to be taken by the client
 */
public record SessionSnapshot(
        long id,
        int userId,
        long sessionNumber,
        SessionPhase state,
        String address,
        Instant connectedSince,
        long packetsReceived,
        long packetsDelivered,
        long pendingBytes) {}
