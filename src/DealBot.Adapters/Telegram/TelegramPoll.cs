using System.Text.Json.Serialization;

namespace DealBot.Adapters.Telegram;

/// <summary>Parameters of <c>getUpdates</c>.</summary>
internal sealed record TelegramPoll(long? Offset, int Timeout)
{
    /// <summary>Members who come and go are only told to administrators, and only if asked for.</summary>
    [JsonPropertyName("allowed_updates")]
    public IReadOnlyList<string> AllowedUpdates { get; } = ["message", "chat_member"];
}
