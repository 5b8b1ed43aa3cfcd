package dev.mallard.transport;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Whose word is taken for the address of a player: everybody's, or that of given networks. */
public final class TrustedProxies {

    private static final TrustedProxies ANY = new TrustedProxies(List.of(), true);

    private final List<IpSubnetFilterRule> networks;
    private final boolean any;

    private TrustedProxies(List<IpSubnetFilterRule> networks, boolean any) {
        this.networks = List.copyOf(networks);
        this.any = any;
    }

    /**
     * @return trust in every peer, for ports that only the proxies can reach
     */
    public static TrustedProxies any() {
        return ANY;
    }

    /**
     * @param networks addresses such as {@code 192.0.2.1} or {@code 2001:db8::1}, or networks such
     *     as {@code 10.0.0.0/8}; names are not looked up. An empty list trusts nobody.
     * @return trust in the peers within these networks
     * @throws IllegalArgumentException when one of them is neither
     */
    public static TrustedProxies of(List<String> networks) {
        List<IpSubnetFilterRule> rules = new ArrayList<>(networks.size());
        for (String network : networks) {
            rules.add(rule(network));
        }
        return new TrustedProxies(rules, false);
    }

    private static IpSubnetFilterRule rule(String network) {
        int slash = network.indexOf('/');
        InetAddress address = address(network, slash < 0 ? network : network.substring(0, slash));
        int longest = address.getAddress().length * Byte.SIZE;
        int length = slash < 0 ? longest : length(network, network.substring(slash + 1));
        if (length < 0 || length > longest) {
            throw invalid(network);
        }
        return new IpSubnetFilterRule(address, length, IpFilterRuleType.ACCEPT);
    }

    private static InetAddress address(String network, String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        if (bytes == null) {
            throw invalid(network);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw invalid(network);
        }
    }

    private static int length(String network, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw invalid(network);
        }
    }

    private static IllegalArgumentException invalid(String network) {
        return new IllegalArgumentException("not an address or a network: '" + network + "'");
    }

    boolean contains(InetSocketAddress peer) {
        if (any) {
            return true;
        }
        for (IpSubnetFilterRule network : networks) {
            if (network.matches(peer)) {
                return true;
            }
        }
        return false;
    }
}
