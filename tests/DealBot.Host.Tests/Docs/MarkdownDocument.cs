namespace DealBot.Host.Tests.Docs;

/// <summary>As much of Markdown as the tests of documents need: fenced blocks, headings, and tables that a comment above them names.</summary>
internal sealed class MarkdownDocument
{
    private const string Fence = "```";

    private readonly string[] _lines;

    public MarkdownDocument(string path)
    {
        _lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        Fences = [.. FencesOf(_lines)];
    }

    public IReadOnlyList<MarkdownFence> Fences { get; }

    /// <summary>How deep each heading is, in order: the shape of the document whatever its language.</summary>
    public IEnumerable<int> Headings
    {
        get
        {
            var inFence = false;
            foreach (var line in _lines)
            {
                inFence ^= line.StartsWith(Fence, StringComparison.Ordinal);
                if (!inFence && line.StartsWith('#'))
                {
                    yield return line.TakeWhile(sign => sign == '#').Count();
                }
            }
        }
    }

    /// <summary>The rows below <c>&lt;!-- table: name --&gt;</c>, without the head, as trimmed cells.</summary>
    public IReadOnlyList<string[]> Table(string name)
    {
        var start = Array.IndexOf(_lines, $"<!-- table: {name} -->");
        Assert.That(start, Is.Not.Negative, $"there is no table {name}");
        return [.. _lines.Skip(start + 1).SkipWhile(line => line.Length == 0).TakeWhile(line => line.StartsWith('|')).Skip(2).Select(Cells)];
    }

    // A bar that belongs to a cell is written \| in Markdown.
    private static string[] Cells(string line) =>
        [.. line.Trim().Trim('|').Replace(@"\|", "\0", StringComparison.Ordinal).Split('|').Select(cell => cell.Replace('\0', '|').Trim())];

    private static IEnumerable<MarkdownFence> FencesOf(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.IndexOf(lines, Fence, i + 1);
            Assert.That(end, Is.Positive, $"the block of line {i + 1} has no end");
            var words = lines[i][Fence.Length..].Split(' ', 2);
            yield return new MarkdownFence(i + 1, words[0], words.Length > 1 ? words[1] : "", string.Join('\n', lines[(i + 1)..end]));
            i = end;
        }
    }
}
