namespace DealBot.Imaging.Text;

/// <summary>Fills lines greedily with pieces. Lazy, so that a long text costs no more than the lines that are taken.</summary>
internal sealed class LineFiller(double width, Func<string, double> measure)
{
    private const string Ellipsis = "…";

    // No line of a drawing has more; it bounds the search in a word without end.
    private const int MostInChunk = 512;

    /// <summary>Whether a word was longer than a line, and so was cut, in the lines taken so far.</summary>
    public bool HasCutWord { get; private set; }

    public IEnumerable<List<TextPiece>> Lines(string text) => text.ReplaceLineEndings("\n").Split('\n').SelectMany(Paragraph);

    /// <summary>The line with an ellipsis: pieces are dropped until it fits, so that a price is never cut to another price.</summary>
    public string WithEllipsis(List<TextPiece> line)
    {
        var kept = WithoutLooseEnd(TextPiece.Join(line));
        while (line.Count > 1 && !Fits(kept + Ellipsis))
        {
            line.RemoveAt(line.Count - 1);
            kept = WithoutLooseEnd(TextPiece.Join(line));
        }

        while (kept.Length > 0 && !Fits(kept + Ellipsis))
            kept = WithoutLooseEnd(string.Concat(Graphemes.Of(kept).SkipLast(1)));

        return kept + Ellipsis;
    }

    /// <summary>Drops what looks like a slip before an ellipsis: a comma, an opening bracket, a space.</summary>
    private static string WithoutLooseEnd(string text) => text.TrimEnd(LineBreaking.LooseEnds);

    private IEnumerable<List<TextPiece>> Paragraph(string text)
    {
        var line = new List<TextPiece>();
        foreach (var piece in TextPiece.Split(text).SelectMany(CutToWidth))
        {
            line.Add(piece);
            if (line.Count == 1 || Fits(TextPiece.Join(line)))
                continue;

            line.RemoveAt(line.Count - 1);
            yield return line;
            line = [piece];
        }

        if (line.Count > 0)
            yield return line;
    }

    /// <summary>A piece longer than a line comes as chunks of one line each; at least one grapheme, however narrow the line.</summary>
    private IEnumerable<TextPiece> CutToWidth(TextPiece piece)
    {
        if (Fits(piece.Text))
        {
            yield return piece;
            yield break;
        }

        var graphemes = Graphemes.Of(piece.Text).ToArray();
        HasCutWord |= graphemes.Length > 1;
        for (var start = 0; start < graphemes.Length;)
        {
            var length = ChunkLength(graphemes.AsSpan(start));
            if (string.Concat(graphemes.AsSpan(start, length)).Trim() is { Length: > 0 } chunk)
                yield return new TextPiece(chunk, start == 0 && piece.SpaceBefore);

            start += length;
        }
    }

    private int ChunkLength(ReadOnlySpan<string> graphemes)
    {
        var most = LongestThatFits(graphemes);
        var best = most;
        while (best > 0 && best < graphemes.Length && !LineBreaking.Tolerated(graphemes[best - 1], graphemes[best]))
            best--;

        return best > 0 ? best : most;
    }

    /// <summary>By halving: each width asked for is of another string, and measuring a new one is what costs.</summary>
    private int LongestThatFits(ReadOnlySpan<string> graphemes)
    {
        var (fits, over) = (1, Math.Min(graphemes.Length, MostInChunk) + 1);
        while (over - fits > 1)
        {
            var middle = (fits + over) / 2;
            if (Fits(string.Concat(graphemes[..middle])))
                fits = middle;
            else
                over = middle;
        }

        return fits;
    }

    private bool Fits(string text) => measure(text) <= width + 1e-9;
}
