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
        var line = 0;
        while (Show(expectedLines, line, int.MaxValue) == Show(gotLines, line, int.MaxValue))
            line++;
        return $"  line {line + 1}\n  expected {Show(expectedLines, line, LongestLine)}\n  got      {Show(gotLines, line, LongestLine)}";
    }

    private static string Show(string[] lines, int line, int longest)
    {
        if (line >= lines.Length)
            return "(no such line)";
        var isLast = line == lines.Length - 1;
        var text = lines[line].Replace(' ', '·').Replace("\t", "→", StringComparison.Ordinal)
            .Replace("\r", "␍", StringComparison.Ordinal).Replace("\uFEFF", "<BOM>", StringComparison.Ordinal);
        return (text.Length > longest ? text[..longest] + "…" : text) + (isLast ? "" : "␊");
    }
}
