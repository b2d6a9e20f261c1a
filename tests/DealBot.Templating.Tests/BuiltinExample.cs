using System.Xml.Linq;

namespace DealBot.Templating.Tests;

/// <summary>One example from the XML comment of a builtin: in <c>example</c>, the first <c>c</c> or <c>code</c> is the template, the second its output.</summary>
internal sealed record BuiltinExample(string Owner, string Member, string Template, string Output)
{
    /// <summary>All examples in the documentation file that the compiler wrote beside the engine.</summary>
    public static IReadOnlyList<BuiltinExample> ReadAll()
    {
        var file = Path.ChangeExtension(typeof(Template).Assembly.Location, ".xml");
        return [.. XDocument.Load(file, LoadOptions.PreserveWhitespace).Descendants("member").SelectMany(FromMember)];
    }

    /// <summary>Whether this is the example of a builtin, such as <c>string.upcase</c>, <c>date.to_string</c> or <c>include</c>.</summary>
    public bool IsOf(string builtin)
    {
        var parts = builtin.Split('.');
        if (parts.Length == 1)
            return Owner is "IncludeFunctions" or "Builtins" && Same(Member, builtin);
        return Same(Owner, parts[0] + "Functions") && (Same(Member, parts[1]) || Same(Member, builtin));
    }

    private static bool Same(string member, string builtin) =>
        member.Equals(builtin.Replace("_", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<BuiltinExample> FromMember(XElement member)
    {
        // Such as `M:DealBot.Templating.Functions.StringFunctions.Append(System.String,System.String)`.
        var path = member.Attribute("name")!.Value.Split(':', '(')[1].Split('.');
        return member.Elements("example").Select(example =>
        {
            var texts = example.Elements().Where(element => element.Name == "c" || element.Name == "code").Select(element => element.Value).ToArray();
            return new BuiltinExample(path[^2], path[^1], texts[0], texts[1]);
        });
    }
}
