using System.Text.Json;
using DealBot.Adapters.Wire;

namespace DealBot.Adapters.OneBot;

/// <summary>Where a card leads that a member shared from another program: its JSON has the link under one of a few names, at any depth.</summary>
internal static class SharedLinks
{
    private const int MostLinks = 3;

    private static readonly HashSet<string> Names = new(["jumpUrl", "jump_url", "qqdocurl", "url", "targetUrl", "link"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The links, without repetition; none if the card can't be read.</summary>
    public static IReadOnlyList<string> Of(string card) =>
        PlatformJson.Parse(card) is { } json ? [.. In(json).Distinct(StringComparer.Ordinal).Take(MostLinks)] : [];

    private static IEnumerable<string> In(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(part => LinkOf(part) is { } link ? [link] : In(part.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(In),
        _ => [],
    };

    private static string? LinkOf(JsonProperty part) =>
        part.Value.ValueKind == JsonValueKind.String && Names.Contains(part.Name)
        && Uri.TryCreate(part.Value.GetString(), UriKind.Absolute, out var link) && link.Scheme is "http" or "https"
            ? link.AbsoluteUri
            : null;
}
