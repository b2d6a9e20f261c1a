using System.Text.Json.Serialization;

namespace DealBot.Adapters.OneBot;

/// <summary>Parameters of a question about one group; what the bridge has kept in memory does not do.</summary>
internal sealed record OneBotGroupQuestion(
    [property: JsonPropertyName("group_id")] long GroupId,
    [property: JsonPropertyName("no_cache")] bool NoCache = true);
