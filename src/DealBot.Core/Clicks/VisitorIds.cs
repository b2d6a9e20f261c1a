using System.Security.Cryptography;
using System.Text;

namespace DealBot.Core.Clicks;

/// <summary>Names visitors without keeping who they are: a keyed hash of address and user agent, cut to 16 hex digits.</summary>
public sealed class VisitorIds(byte[] key)
{
    public string For(string address, string? userAgent)
    {
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{address}\n{userAgent}"));
        return Convert.ToHexStringLower(hash, 0, 8);
    }
}
