using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DealBot.Adapters.Feishu;

/// <summary>
/// The signature (签名校验) of a message. Unlike others, Feishu takes the time in seconds, a new line and the secret together as the key, and nothing
/// as the message. It holds for an hour.
/// </summary>
internal sealed record FeishuSignature(string Timestamp, string Sign)
{
    /// <summary>What is shown of a signature: it depends on the moment of sending.</summary>
    public static readonly FeishuSignature Hidden = new("***", "***");

    public static FeishuSignature Of(string secret, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new FeishuSignature(timestamp, Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{timestamp}\n{secret}"), Array.Empty<byte>())));
    }
}
