package dev.mallard.gateway.client;

import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.List;

/**
 * Whether the clients come through a load balancer that says who they are, by the PROXY protocol (version 1
 * or 2). Then every connection has to begin with its header.
 *
 * @param enabled whether it is expected
 * @param timeout time in which the header has to be there, from 1 ms to 1 min
 * @param trusted addresses and networks of the load balancers; if there is none, everybody who can reach the
 *     port is believed
 */
public record ProxyProtocolProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue({}) List<String> trusted) {}
