using System.Security.Cryptography;
using System.Text;

namespace DealBot.Core.Bot;

/// <summary>The id of the bot's answer to an event: the same for the same event, so that one delivered twice is answered once.</summary>
public static class Reply
{
    private const string Prefix = "reply.";

    /// <summary>How much of the hash is used: 96 bits.</summary>
    private const int HashBytes = 12;

    public static string IdOf(ChatKey key)
    {
        // Ids of platforms may hold anything; lengths before the parts keep two different keys from being written alike.
        var text = $"{key.Adapter.Length}:{key.Adapter}{key.Address.Length}:{key.Address}{key.EventId}";
        return Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes));
    }

    public static bool Is(string postId) => postId.StartsWith(Prefix, StringComparison.Ordinal);
}
