using System.Text.Json.Serialization;
using DealBot.Adapters.Wire;

namespace DealBot.Adapters.Feishu.Payload;

/// <summary>A piece of a line of a rich text.</summary>
internal sealed record FeishuPiece(string Tag)
{
    public string? Text { get; init; }

    public string? Href { get; init; }

    [JsonPropertyName("image_key")]
    public string? ImageKey { get; init; }

    public static FeishuPiece Image(string key) => new("img") { ImageKey = key };

    public static FeishuPiece Link(string text, Uri url) => new("a") { Text = text, Href = url.AbsoluteUri };

    /// <summary>Plain text, its addresses as links; nothing for an empty text.</summary>
    public static IEnumerable<IReadOnlyList<FeishuPiece>> Lines(string text) =>
        text.Length == 0 ? [] : text.ReplaceLineEndings("\n").Split('\n').Select(Line);

    // A line of nothing may be refused or left out; one blank is an empty line for its reader.
    private static IReadOnlyList<FeishuPiece> Line(string text) => text.Length == 0
        ? [new("text") { Text = " " }]
        : [.. WebLinks.Split(text).Select(piece => new FeishuPiece(piece.IsLink ? "a" : "text") { Text = piece.Text, Href = piece.IsLink ? piece.Text : null })];
}
