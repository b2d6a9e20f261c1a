using System.Text.Json.Serialization;

namespace DealBot.Adapters.WeComTask.Payloads;

/// <summary>Asks about a group and its members, not about their names.</summary>
internal sealed record WeComChatQuestion([property: JsonPropertyName("chat_id")] string ChatId)
{
    [JsonPropertyName("need_name")]
    public int NeedName { get; }
}
