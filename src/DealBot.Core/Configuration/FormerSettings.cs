using DealBot.Contracts;

namespace DealBot.Core.Configuration;

/// <summary>Settings of earlier releases, for whoever still writes them.</summary>
internal static class FormerSettings
{
    private static readonly Refusal PositionId = new(
        new Phrase("推广位现在按联盟来写", "promotion positions go by network now"),
        new Phrase("\"positions\": { \"jd\": \"原来的推广位\" }", "\"positions\": { \"jd\": \"the position that stands here\" }"));

    /// <summary>What to write now; null if there never was such a setting.</summary>
    /// <param name="path">JSON path of the setting.</param>
    /// <param name="name">Its name.</param>
    public static Refusal? Find(string path, string name) =>
        name.Equals("positionId", StringComparison.OrdinalIgnoreCase) && path.StartsWith("$.groups[", StringComparison.Ordinal) ? PositionId : null;
}
