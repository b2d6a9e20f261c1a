using System.Security.Cryptography;
using System.Text;

namespace DealBot.Simulators.Vip;

/// <summary>HMAC-MD5 in upper-case hex over the sorted system parameters and the body, exactly as received.</summary>
internal static class VipSignature
{
    public static bool Fits(IReadOnlyDictionary<string, string> query, string body, string secret) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(Compute(query, body, secret)), Encoding.UTF8.GetBytes(query.GetValueOrDefault("sign") ?? ""));

    private static string Compute(IReadOnlyDictionary<string, string> query, string body, string secret)
    {
        var signed = query.Where(pair => pair.Value.Length > 0 && pair.Key != "sign").OrderBy(pair => pair.Key, StringComparer.Ordinal);
        var text = string.Concat(signed.Select(pair => pair.Key + pair.Value)) + body;

        // The protocol prescribes MD5; nothing but the simulator's own callers is authenticated by it.
#pragma warning disable CA5351
        return Convert.ToHexString(HMACMD5.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
    }
}
