using System.Text.Json.Nodes;

namespace DealBot.Simulators.Suning;

/// <summary>What a method answers.</summary>
/// <param name="Body">What stands under the method's business name.</param>
internal sealed record SuningAnswer(JsonNode Body)
{
    /// <summary>The page.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>How many rows there are on all pages.</summary>
    public int Total { get; init; } = 1;
}
