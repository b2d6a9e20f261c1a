using System.Text;

namespace DealBot.Imaging.Text;

/// <summary>A stretch of text within which no line ends, unless it is longer than a line.</summary>
/// <param name="Text">Non-empty, without spaces at its ends.</param>
/// <param name="SpaceBefore">Whether a space divides it from the piece before it on the same line.</param>
internal readonly record struct TextPiece(string Text, bool SpaceBefore)
{
    /// <summary>The pieces of one paragraph. Runs of white space count as one space.</summary>
    public static IEnumerable<TextPiece> Split(string paragraph)
    {
        var (piece, last) = (new StringBuilder(), "");
        var (spaceBefore, spacePending) = (false, false);
        foreach (var grapheme in Graphemes.Of(paragraph))
        {
            if (char.IsWhiteSpace(grapheme[0]))
            {
                spacePending = true;
                continue;
            }

            if (piece.Length > 0 && LineBreaking.Allowed(last, grapheme, spacePending))
            {
                yield return new TextPiece(piece.ToString(), spaceBefore);
                piece.Clear();
                spaceBefore = spacePending;
            }
            else if (piece.Length > 0 && spacePending)
            {
                piece.Append(' ');
            }

            piece.Append(grapheme);
            (last, spacePending) = (grapheme, false);
        }

        if (piece.Length > 0)
            yield return new TextPiece(piece.ToString(), spaceBefore);
    }

    public static string Join(IReadOnlyList<TextPiece> line)
    {
        var text = new StringBuilder();
        foreach (var piece in line)
            text.Append(piece.SpaceBefore && text.Length > 0 ? " " : "").Append(piece.Text);

        return text.ToString();
    }
}
