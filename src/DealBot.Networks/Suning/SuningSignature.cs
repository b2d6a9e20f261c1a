using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace DealBot.Networks.Suning;

/// <summary>Suning's signature: MD5 in lower-case hex over secret, method, time, key, version and the Base64 of the body, with nothing between them.</summary>
internal static class SuningSignature
{
    [SuppressMessage("Security", "CA5351", Justification = "The gateway accepts MD5 only.")]
    public static string Sign(string method, string requestTime, string appKey, string version, string body, string secret)
    {
        var text = secret + method + requestTime + appKey + version + Convert.ToBase64String(Encoding.UTF8.GetBytes(body));
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
