namespace DealBot.Imaging.Rasterizing.Screening;

/// <summary>Looks at style sheets. What they apply to is not worked out; so they may not fetch, and not be large.</summary>
internal static class StyleScreen
{
    private const int MostCharacters = 32_000;
    private const int MostReferences = 64;

    public static void CheckSheet(string sheet)
    {
        if (sheet.Length > MostCharacters)
            throw Screen.Refusal($"a style sheet has {sheet.Length} characters, at most {MostCharacters} are read");

        // A backslash can spell any word without its letters.
        if (sheet.Contains("@import", StringComparison.OrdinalIgnoreCase) || sheet.Contains('\\', StringComparison.Ordinal))
            throw Screen.Refusal("a style sheet has @import or a backslash");
        if (References(sheet).Count() > MostReferences)
            throw Screen.Refusal($"a style sheet has more than {MostReferences} references");

        ValueScreen.Check("a style sheet", sheet);
        foreach (var (name, value) in Declarations(sheet))
            GeometryScreen.CheckProperty(name, value, scale: 1);
    }

    /// <summary>Names and values, read loosely: for <c>a{b:c;d:e}</c> b with c, d with e.</summary>
    public static IEnumerable<(string Name, string Value)> Declarations(string css)
    {
        foreach (var part in css.Split(';', '{', '}'))
        {
            if (part.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                yield return (part[..colon].Trim().ToLowerInvariant(), part[(colon + 1)..].Trim());
        }
    }

    /// <summary>Ids within <c>url(#…)</c>.</summary>
    public static IEnumerable<string> References(string value)
    {
        for (var at = 0; (at = value.IndexOf("url(", at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            at += "url(".Length;
            var end = value.IndexOf(')', at);
            var address = (end < 0 ? value[at..] : value[at..end]).Trim().Trim('"', '\'').Trim();
            if (address.StartsWith('#'))
                yield return address[1..];
        }
    }
}
