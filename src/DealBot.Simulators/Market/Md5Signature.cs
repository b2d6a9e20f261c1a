using System.Security.Cryptography;
using System.Text;

namespace DealBot.Simulators.Market;

/// <summary>MD5(secret + sorted names and values + secret) in upper-case hex, over every parameter received but the signature.</summary>
internal static class Md5Signature
{
    public static bool Fits(IReadOnlyDictionary<string, string> parameters, string secret)
    {
        var expected = Encoding.UTF8.GetBytes(Compute(parameters, secret));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(parameters.GetValueOrDefault("sign") ?? ""));
    }

    private static string Compute(IReadOnlyDictionary<string, string> parameters, string secret)
    {
        var signed = parameters
            .Where(pair => pair.Key.Length > 0 && pair.Value.Length > 0 && pair.Key != "sign")
            .OrderBy(pair => pair.Key, StringComparer.Ordinal);
        var text = new StringBuilder(secret);
        foreach (var (name, value) in signed)
            text.Append(name).Append(value);

        // The protocol prescribes MD5; nothing but the simulator's own callers is authenticated by it.
#pragma warning disable CA5351
        return Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text.Append(secret).ToString())));
#pragma warning restore CA5351
    }
}
