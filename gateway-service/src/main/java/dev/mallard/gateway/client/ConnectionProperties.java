package dev.mallard.gateway.client;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many client connections there may be. One too many is closed at once, without a byte sent: whoever
 * floods the port is not worth one.
 *
 * @param total connections at the same time, from 1; the default is a quarter more than the number of idle
 *     players that a gateway of 1 GiB is meant for
 * @param perAddress connections at the same time from one IPv4 address, or from one IPv6 network of 64
 *     bits, which is what one household gets; from 1. The default leaves room for a carrier that puts many
 *     players behind one address. Behind a load balancer that does not pass addresses on, all players
 *     share its address, and this has to be as high as the total.
 * @param heapLimit part of the heap, from 0.1 to 1, that may be in use after a garbage collection; above it
 *     no further connection is accepted
 * @param backlog connections that the kernel keeps until they are accepted, from 1; the kernel's own bound
 *     (net.core.somaxconn) applies as well. The default takes two seconds of a storm of 2,000 per second.
 */
public record ConnectionProperties(
        @DefaultValue("25000") @Min(1) @Max(1_000_000) int total,
        @DefaultValue("1000") @Min(1) @Max(1_000_000) int perAddress,
        @DefaultValue("0.9") @DecimalMin("0.1") @DecimalMax("1") double heapLimit,
        @DefaultValue("4096") @Min(1) @Max(65_535) int backlog) {}
