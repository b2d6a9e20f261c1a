using System.Security.Cryptography;
using System.Text;

namespace DealBot.Simulators.Taobao;

/// <summary>TOP's three signatures in upper-case hex, over every parameter received but the signature and empty ones.</summary>
internal static class TaobaoSignature
{
    public static bool Fits(IReadOnlyDictionary<string, string> parameters, string secret)
    {
        var expected = Encoding.UTF8.GetBytes(Compute(parameters, secret));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(parameters.GetValueOrDefault("sign") ?? ""));
    }

    private static string Compute(IReadOnlyDictionary<string, string> parameters, string secret)
    {
        var text = string.Concat(parameters
            .Where(pair => pair.Key.Length > 0 && pair.Value.Length > 0 && pair.Key != "sign")
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key + pair.Value));
        var key = Encoding.UTF8.GetBytes(secret);

        // The protocol prescribes MD5; nothing but the simulator's own callers is authenticated by it.
#pragma warning disable CA5351
        return Convert.ToHexString(parameters.GetValueOrDefault("sign_method") switch
        {
            "hmac" => HMACMD5.HashData(key, Encoding.UTF8.GetBytes(text)),
            "hmac-sha256" => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)),
            _ => MD5.HashData(Encoding.UTF8.GetBytes(secret + text + secret)),
        });
#pragma warning restore CA5351
    }
}
