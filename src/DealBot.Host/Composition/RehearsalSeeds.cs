using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DealBot.Host.Composition;

/// <summary>What stands in for chance when a day is to be repeatable.</summary>
/// <param name="Keys">Keys of links and visitors.</param>
/// <param name="Random">Numbers in [0, 1) that spread retries.</param>
public sealed record RehearsalSeeds(InstanceKeys Keys, Func<double> Random)
{
    public static RehearsalSeeds Of(int seed)
    {
        byte[] Key(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}:{seed}")));
        return new RehearsalSeeds(new InstanceKeys(Key("links"), Key("visitors")), static () => 0.5);
    }
}
