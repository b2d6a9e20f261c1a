using Spectre.Console;

namespace DealBot.Host.Commands;

/// <summary>A table that fits the terminal. Spectre, which draws it, cuts Chinese text in the wrong place or throws where it has to squeeze, so it never has to.</summary>
internal sealed class TextTable
{
    /// <summary>A column is not squeezed below this: the table rather leaves the terminal.</summary>
    private const int LeastWidth = 12;

    private const int WidthOfEdges = 3;

    private readonly List<Heading> _headings = [];
    private readonly List<string[]> _rows = [];

    /// <param name="heading">Its heading; broken in two where room is scarce.</param>
    /// <param name="right">Numbers stand on the right.</param>
    /// <param name="wraps">Whether cells may be broken into lines; what people copy may not.</param>
    public void Column(string heading, bool right = false, bool wraps = false) => _headings.Add(new Heading(heading, right, wraps));

    public void Row(params string[] cells) => _rows.Add(cells);

    public void Write(IAnsiConsole console)
    {
        var widths = Widths(console.Profile.Width);
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var (heading, width) in _headings.Zip(widths))
        {
            var column = new TableColumn(Cell(heading.Text, width)) { NoWrap = true };
            table.AddColumn(heading.Right ? column.RightAligned() : column);
        }

        foreach (var row in _rows)
        {
            table.AddRow([.. row.Zip(widths, Cell)]);
        }

        var room = console.Profile.Width;
        console.Profile.Width = Math.Max(room, widths.Sum() + (WidthOfEdges * widths.Length) + 1);
        console.Write(table);
        console.Profile.Width = room;
    }

    /// <summary>As wide as the text, or what is left of the room: headings give way first, then the widest of the columns that wrap.</summary>
    private int[] Widths(int room)
    {
        var content = _headings.Select((_, column) => _rows.Select(row => row[column].GetCellWidth()).DefaultIfEmpty().Max()).ToArray();
        var widths = _headings.Select((heading, column) => Math.Max(heading.Text.GetCellWidth(), content[column])).ToArray();
        var left = room - (WidthOfEdges * widths.Length) - 1;
        if (widths.Sum() > left)
        {
            widths = [.. _headings.Select((heading, column) => Math.Max(TextLines.HalfOf(heading.Text), content[column]))];
        }

        while (widths.Sum() > left && Widest(widths) is { } widest)
        {
            widths[widest]--;
        }

        return widths;
    }

    private int? Widest(int[] widths) => Enumerable.Range(0, widths.Length)
        .Where(column => _headings[column].Wraps && widths[column] > LeastWidth)
        .OrderByDescending(column => widths[column])
        .Select(column => (int?)column)
        .FirstOrDefault();

    private static string Cell(string text, int width) => Markup.Escape(string.Join('\n', TextLines.Of(text, width)));

    private sealed record Heading(string Text, bool Right, bool Wraps);
}
