using System.Globalization;
using System.Text;
using Spectre.Console;

namespace DealBot.Host.Commands;

/// <summary>One line of a source with a caret under a place in it, for a terminal: Chinese characters and emoji are two columns wide, tabs end at every fourth.</summary>
internal static class SourceExcerpt
{
    private const int Tab = 4;

    /// <summary>A longer line is cut to a window of this many columns around the place.</summary>
    private const int Width = 100;

    /// <summary>How much of the window stands before the place, at most.</summary>
    private const int Before = 60;

    private const string Cut = "...";

    private const string EmojiVariant = "\uFE0F";

    /// <summary>The line and the caret below it; nothing if the source has no such line, because it was edited meanwhile.</summary>
    /// <param name="source">The whole text.</param>
    /// <param name="line">From 1.</param>
    /// <param name="column">In UTF-16 characters, from 1; one past the end is allowed.</param>
    /// <param name="length">How many characters the carets stand under; one if it is not known.</param>
    public static IReadOnlyList<string> Of(string source, int line, int column, int length = 1)
    {
        var lines = source.Split('\n');
        if (line < 1 || line > lines.Length)
        {
            return [];
        }

        var cells = CellsOf(lines[line - 1].TrimEnd('\r'));
        var place = cells.TakeWhile(cell => cell.End < column).Count();
        var first = Start(cells, place);
        var last = End(cells, first);
        var number = line.ToString(CultureInfo.InvariantCulture);
        var shown = new StringBuilder(first > 0 ? Cut : "");
        var caret = shown.Length + cells[first..Math.Max(first, place)].Sum(cell => cell.Columns);
        var behind = cells.TakeWhile(cell => cell.End < column + Math.Max(1, length) - 1).Count() + 1;
        var carets = cells[place..Math.Clamp(behind, place, last)].Sum(cell => cell.Columns);
        cells[first..last].ForEach(cell => shown.Append(cell.Shown));
        shown.Append(last < cells.Count ? Cut : "");
        return [$"  {number} | {shown}", $"  {new string(' ', number.Length)} | {new string(' ', caret)}{new string('^', length > 1 ? Math.Max(1, carets) : 1)}"];
    }

    private static List<Cell> CellsOf(string line)
    {
        var cells = new List<Cell>();
        var (offset, columns) = (0, 0);
        foreach (var element in Elements(line))
        {
            offset += element.Length;
            var shown = element == "\t" ? new string(' ', Tab - (columns % Tab)) : Harmless(element);
            var width = WidthOf(shown);
            cells.Add(new Cell(shown, offset, width));
            columns += width;
        }

        return cells;
    }

    private static IEnumerable<string> Elements(string line)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(line); elements.MoveNext();)
        {
            yield return elements.GetTextElement();
        }
    }

    /// <summary>A template may be a stranger's: its control characters must not steer the terminal.</summary>
    private static string Harmless(string element) => element.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control)
        || (element.Length == 1 && char.GetUnicodeCategory(element[0]) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate)
        ? "?"
        : element;

    private static int WidthOf(string shown)
    {
        if (shown[0] == ' ')
        {
            return shown.Length;
        }

        Rune.DecodeFromUtf16(shown, out var rune, out var length);
        return rune.Value >= 0x1F000 || shown.Contains(EmojiVariant, StringComparison.Ordinal) ? 2 : shown[..length].GetCellWidth();
    }

    private static int Start(List<Cell> cells, int place)
    {
        if (cells.Sum(cell => cell.Columns) <= Width)
        {
            return 0;
        }

        var first = place;
        for (var columns = 0; first > 0 && columns + cells[first - 1].Columns <= Before; first--)
        {
            columns += cells[first - 1].Columns;
        }

        return first;
    }

    private static int End(List<Cell> cells, int first)
    {
        var last = first;
        for (var columns = 0; last < cells.Count && columns + cells[last].Columns <= Width; last++)
        {
            columns += cells[last].Columns;
        }

        return last;
    }

    /// <summary>What is seen as one character.</summary>
    /// <param name="Shown">What is printed for it.</param>
    /// <param name="End">The column, in UTF-16 characters, of its last one.</param>
    /// <param name="Columns">Columns it takes in a terminal.</param>
    private readonly record struct Cell(string Shown, int End, int Columns);
}
