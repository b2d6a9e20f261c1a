using System.Text.Json.Serialization;

namespace DealBot.Adapters.Telegram;

/// <summary>Parameters of <c>getUpdates</c>.</summary>
internal sealed record TelegramPoll(long? Offset, int Timeout)
{
    /// <summary>
    /// So few at a time: the hundred that Telegram gives otherwise can be more than is read of an answer, which escapes each Chinese character, and
    /// would then come again for ever.
    /// </summary>
    public int Limit { get; } = 10;

    /// <summary>Members who come and go are only told to administrators, and only if asked for.</summary>
    [JsonPropertyName("allowed_updates")]
    public IReadOnlyList<string> AllowedUpdates { get; } = ["message", "chat_member"];
}
