namespace DealBot.Templating.Functions;

/// <summary>How alike two names are.</summary>
internal static class EditDistance
{
    private const int ShortName = 5;
    private const int FewestShared = 3;

    /// <summary>The number of slips that make one name of the other; null when they are too many to be slips.</summary>
    public static int? IsClose(string written, string name)
    {
        var distance = Between(written, name);
        var allowed = written.Length <= ShortName ? 1 : 2;
        if (distance <= allowed && distance < written.Length)
            return distance;
        // An abbreviation: `to_str` for `to_string`.
        return written.Length > FewestShared && name.StartsWith(written, StringComparison.Ordinal) ? allowed + 1 : null;
    }

    /// <summary>Characters to add, remove, change, or swap with their neighbour.</summary>
    private static int Between(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var change = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }

        return rows[a.Length, b.Length];
    }
}
