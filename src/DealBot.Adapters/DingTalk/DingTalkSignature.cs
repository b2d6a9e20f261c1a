using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DealBot.Adapters.DingTalk;

/// <summary>The signature (加签) of a call: HMAC-SHA256 by the secret over the time in milliseconds, a new line and the secret. It holds for an hour.</summary>
internal sealed record DingTalkSignature(string Timestamp, string Sign)
{
    /// <summary>The signature of this moment; null for a robot that has no secret.</summary>
    public static DingTalkSignature? Of(string secret, DateTimeOffset now)
    {
        if (secret.Length == 0)
            return null;

        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}"));
        return new DingTalkSignature(timestamp, Convert.ToBase64String(hash));
    }
}
