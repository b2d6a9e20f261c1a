namespace DealBot.Imaging.Text;

/// <summary>Fills lines greedily with pieces. Lazy, so that a long text costs no more than the lines that are taken.</summary>
internal sealed class LineFiller(double width, Func<string, double> measure)
{
    private const string Ellipsis = "…";

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
            return [piece];

        var chunks = new List<TextPiece>();
        var graphemes = Graphemes.Of(piece.Text).ToArray().AsSpan();
        while (!graphemes.IsEmpty)
        {
            var length = ChunkLength(graphemes);
            if (string.Concat(graphemes[..length]).Trim() is { Length: > 0 } chunk)
                chunks.Add(new TextPiece(chunk, chunks.Count == 0 && piece.SpaceBefore));

            graphemes = graphemes[length..];
        }

        return chunks;
    }

    private int ChunkLength(ReadOnlySpan<string> graphemes)
    {
        var most = 1;
        while (most < graphemes.Length && Fits(string.Concat(graphemes[..(most + 1)])))
            most++;

        var best = most;
        while (best > 0 && best < graphemes.Length && !LineBreaking.Tolerated(graphemes[best - 1], graphemes[best]))
            best--;

        return best > 0 ? best : most;
    }

    private bool Fits(string text) => measure(text) <= width + 1e-9;
}
