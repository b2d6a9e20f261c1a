using System.Net;
using System.Net.Sockets;

namespace DealBot.Core.Rendering.Images;

/// <summary>
/// Which addresses lie in the public internet, after the special-purpose registries of IANA (RFC 6890). Everything else could be a machine
/// of the owner's own network, or this one.
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            // This network, private, carrier-grade NAT, loopback, link-local, private.
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            // Protocol assignments, documentation, 6to4 relays, private, benchmarks, documentation.
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            // Multicast, reserved, broadcast.
            "224.0.0.0/4", "240.0.0.0/4",
            // Within global unicast: Teredo and 6to4, which carry IPv4 addresses, and documentation.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>Whether the address is one of the public internet.</summary>
    public static bool Is(IPAddress address) =>
        (address.AddressFamily == AddressFamily.InterNetwork || IsGlobalUnicast(address)) && !Array.Exists(Special, network => network.Contains(address));

    // 2000::/3. Loopback, mapped IPv4, link-local, unique local and multicast all lie outside.
    private static bool IsGlobalUnicast(IPAddress address) => (address.GetAddressBytes()[0] & 0xE0) == 0x20;
}
