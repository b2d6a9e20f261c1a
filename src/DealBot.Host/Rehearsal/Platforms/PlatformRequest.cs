using System.Security.Cryptography;
using System.Text;

namespace DealBot.Host.Rehearsal.Platforms;

/// <summary>What a simulated platform has to offer.</summary>
/// <param name="Addresses">The addresses that groups and digests use, sorted.</param>
/// <param name="Clock">Clock of the day.</param>
/// <param name="Pictures">Folder of the service's own pictures, for platforms that fetch them.</param>
internal sealed record PlatformRequest(IReadOnlyList<string> Addresses, VirtualClock Clock, string Pictures)
{
    /// <summary>A made-up key of an address, the same every time: 32 hexadecimal digits.</summary>
    public static string KeyOf(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)), 0, 16);

    /// <summary>A value for each address, by its place.</summary>
    public Dictionary<string, T> ForEach<T>(Func<string, int, T> value) =>
        Addresses.Select((address, index) => (address, index)).ToDictionary(pair => pair.address, pair => value(pair.address, pair.index));
}
