using System.Text.Json.Serialization;

namespace DealBot.Adapters.OneBot;

/// <summary>Parameters of <c>send_group_msg</c>.</summary>
internal sealed record OneBotGroupMessage(
    [property: JsonPropertyName("group_id")] long GroupId,
    IReadOnlyList<OneBotSegment> Message);
