namespace DealBot.Networks.Suning;

/// <summary>A channel as settings name it.</summary>
/// <param name="Method">The interface that lists it.</param>
/// <param name="CategoryId">Category of the goods of high commission; null for all.</param>
/// <param name="EliteId">Number of a list of recommended goods; null if it is none.</param>
internal sealed record SuningChannel(SuningMethod Method, string? CategoryId, string? EliteId)
{
    /// <summary>All goods of high commission (高佣).</summary>
    public const string High = "high";

    private const string Elite = "elite";

    /// <summary>Null if the text names no channel.</summary>
    public static SuningChannel? Read(string? text)
    {
        var parts = (text ?? "").Split(':');
        return parts switch
        {
            [High] => new SuningChannel(SuningMethod.HighCommission, null, null),
            [High, var category] when IsCode(category) => new SuningChannel(SuningMethod.HighCommission, category, null),
            [Elite, var elite] when IsCode(elite) => new SuningChannel(SuningMethod.Recommended, null, elite),
            _ => null,
        };
    }

    private static bool IsCode(string text) => text.Length is > 0 and <= 32 && text.All(char.IsAsciiLetterOrDigit);
}
