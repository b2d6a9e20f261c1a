using System.Text.Json;

namespace DealBot.Host.Rehearsal.Platforms;

/// <summary>What a person reads of a message that is a tree of JSON.</summary>
internal static class ShownText
{
    /// <summary>The texts of the members of these names, in order, a line each.</summary>
    public static string Of(JsonElement content, params IReadOnlyCollection<string> names) => string.Join('\n', Texts(content, isNamed: false, names));

    private static IEnumerable<string> Texts(JsonElement element, bool isNamed, IReadOnlyCollection<string> names) => element.ValueKind switch
    {
        JsonValueKind.String => isNamed ? [element.GetString()!] : [],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Texts(item, isNamed: false, names)),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value, names.Contains(member.Name), names)),
        _ => [],
    };
}
