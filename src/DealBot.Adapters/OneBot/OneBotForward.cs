using System.Text.Json.Serialization;

namespace DealBot.Adapters.OneBot;

/// <summary>Parameters of <c>send_group_forward_msg</c>, an extension.</summary>
internal sealed record OneBotForward(
    [property: JsonPropertyName("group_id")] long GroupId,
    IReadOnlyList<OneBotNode> Messages);
