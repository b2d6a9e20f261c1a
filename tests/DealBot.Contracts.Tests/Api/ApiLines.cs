namespace DealBot.Contracts.Tests.Api;

/// <summary>A kept surface: its version, and its members, each under its type.</summary>
internal sealed record ApiLines(string Version, IReadOnlyList<(string Type, string? Member)> Lines)
{
    private const string Head = "contract ";

    /// <summary>The version is no change of the surface: it is what a change asks for.</summary>
    private const string VersionLine = "const string Current = ";

    /// <summary>The text of a file: the version, then the surface.</summary>
    public static string Write(string version, string surface) => $"{Head}{version}\n\n{surface}";

    public static ApiLines Read(string file)
    {
        var lines = file.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var read = new List<(string Type, string? Member)>();
        foreach (var line in lines.Skip(1).Where(line => !line.Contains(VersionLine, StringComparison.Ordinal)))
        {
            read.Add(line.StartsWith(' ') ? (read[^1].Type, line.Trim()) : (line, null));
        }

        return new ApiLines(lines[0][Head.Length..], read);
    }
}
