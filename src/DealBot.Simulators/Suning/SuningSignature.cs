using System.Security.Cryptography;
using System.Text;

namespace DealBot.Simulators.Suning;

/// <summary>MD5 in lower-case hex over secret, method, time, key, version and the Base64 of the body's bytes as received.</summary>
internal static class SuningSignature
{
    public static bool Fits(IReadOnlyDictionary<string, string> headers, ReadOnlySpan<byte> body, string secret)
    {
        string Sent(string name) => headers.GetValueOrDefault(name) ?? "";

        var text = secret + Sent("AppMethod") + Sent("AppRequestTime") + Sent("AppKey") + Sent("VersionNo") + Convert.ToBase64String(body);

        // The protocol prescribes MD5; nothing but the simulator's own callers is authenticated by it.
#pragma warning disable CA5351
        var expected = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(Sent("signInfo")));
    }
}
