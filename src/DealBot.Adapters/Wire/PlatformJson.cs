using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace DealBot.Adapters.Wire;

/// <summary>
/// JSON of somebody else, whose texts can all be read. Members of chats can write half of an emoji, which programs pass on as a lone
/// <c>\ud83d</c>; the base library parses that and throws later, at whoever reads the text or looks for a name.
/// </summary>
internal static partial class PlatformJson
{
    private const string Replacement = @"\ufffd";

    /// <summary>The root; null if it is no JSON.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> json)
    {
        var bytes = json.Span.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        if (!Utf8.IsValid(bytes.Span) || MayHoldHalves(bytes.Span))
            bytes = Encoding.UTF8.GetBytes(Mend(Encoding.UTF8.GetString(bytes.Span)));

        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The same of JSON that came as a text.</summary>
    public static JsonElement? Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    private static bool MayHoldHalves(ReadOnlySpan<byte> json) => json.IndexOf(@"\ud"u8) >= 0 || json.IndexOf(@"\uD"u8) >= 0;

    private static string Mend(string json) => Escape().Replace(json, escape => escape.Groups["half"].Success ? Replacement : escape.Value);

    // Every escape is stepped over, so that the second backslash of an escaped one begins none.
    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
