using System.Net;
using System.Net.Sockets;

namespace DealBot.Core.Clicks;

/// <summary>A list of addresses and networks, as <c>203.0.113.7</c> or <c>203.0.113.0/24</c>.</summary>
public sealed class AddressRanges
{
    private readonly IPNetwork[] _networks;

    private AddressRanges(IPNetwork[] networks) => _networks = networks;

    /// <summary>Whether there is any.</summary>
    public bool IsEmpty => _networks.Length == 0;

    public IReadOnlyList<IPNetwork> Networks => _networks;

    /// <exception cref="FormatException">One of them is neither.</exception>
    public static AddressRanges Parse(IEnumerable<string> texts) =>
        new([.. texts.Select(text => TryParse(text, out var network) ? network : throw new FormatException($"{text} is neither an address nor a network"))]);

    public static bool TryParse(string text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            network = new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }

    public bool Contain(IPAddress address)
    {
        foreach (var network in _networks)
        {
            if (network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }
}
