using System.Text;

namespace DealBot.Core.Shares;

/// <summary>
/// Comma-separated text after RFC 4180 that Excel opens as it is meant: marked as UTF-8, and no text of others is taken for a formula.
/// </summary>
public sealed class CsvText
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create(",\"\r\n");

    private readonly StringBuilder _text = new(ByteOrderMark.ToString());

    /// <summary>Writes a row. Amounts are written by the caller's own hand and stay numbers; see <see cref="Text"/> for the rest.</summary>
    public void Row(params IEnumerable<string> fields) => _text.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    /// <summary>
    /// A text that comes from outside. What spreadsheets would reckon with is marked as text by an apostrophe, and so is a number of more
    /// digits than they keep.
    /// </summary>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const int digitsKept = 15;
        var first = text.AsSpan().TrimStart();
        var reckons = !first.IsEmpty && first[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
        return reckons || text is ['\t' or '\r' or '\n', ..] || (text.Length > digitsKept && text.All(char.IsAsciiDigit)) ? "'" + text : text;
    }

    public override string ToString() => _text.ToString();

    private static string Field(string field) =>
        field.AsSpan().ContainsAny(Quoted) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
