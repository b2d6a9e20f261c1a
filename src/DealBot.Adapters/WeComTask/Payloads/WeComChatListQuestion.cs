using System.Text.Json.Serialization;

namespace DealBot.Adapters.WeComTask.Payloads;

/// <summary>Asks for the groups of one owner.</summary>
internal sealed record WeComChatListQuestion([property: JsonPropertyName("owner_filter")] WeComOwnerFilter Owner, int Limit)
{
    /// <summary>All groups, whatever became of the relation to their owner.</summary>
    [JsonPropertyName("status_filter")]
    public int Status { get; }
}
