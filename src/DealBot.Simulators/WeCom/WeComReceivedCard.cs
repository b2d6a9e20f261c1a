namespace DealBot.Simulators.WeCom;

/// <summary>A card as received.</summary>
/// <param name="Type"><c>text_notice</c> or <c>news_notice</c>.</param>
/// <param name="Title">Title; may be empty where there is a subtitle.</param>
/// <param name="Url">Where the card leads; empty if into a mini program.</param>
/// <param name="Facts">Names and values, in order.</param>
public sealed record WeComReceivedCard(string Type, string Title, string Url, IReadOnlyList<KeyValuePair<string, string>> Facts)
{
    /// <summary>Text below the title of a <c>text_notice</c>.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>Titles and texts below the picture of a <c>news_notice</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Lines { get; init; } = [];

    /// <summary>Titles of the links below the card.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Picture of a <c>news_notice</c>.</summary>
    public string? PictureUrl { get; init; }
}
