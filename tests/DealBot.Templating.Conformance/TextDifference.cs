namespace DealBot.Templating.Conformance;

/// <summary>Shows where two texts differ.</summary>
public static class TextDifference
{
    private const int LongestLine = 300;

    /// <summary>The first line that differs, as it should be and as it is, with whitespace made visible; null for equal texts.</summary>
    public static string? Between(string expected, string got)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(got);
        if (expected == got)
            return null;
        var (expectedLines, gotLines) = (expected.Split('\n'), got.Split('\n'));
        var line = expectedLines.Zip(gotLines).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"  line {line + 1}\n  expected {Show(expectedLines, line)}\n  got      {Show(gotLines, line)}";
    }

    private static string Show(string[] lines, int line)
    {
        if (line >= lines.Length)
            return "(no such line)";
        var isLast = line == lines.Length - 1;
        var text = lines[line].Replace(' ', '·').Replace("\t", "→", StringComparison.Ordinal)
            .Replace("\r", "␍", StringComparison.Ordinal).Replace("\uFEFF", "<BOM>", StringComparison.Ordinal);
        return (text.Length > LongestLine ? text[..LongestLine] + "…" : text) + (isLast ? "" : "␊");
    }
}
