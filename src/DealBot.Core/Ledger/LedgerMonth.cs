using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DealBot.Core.Ledger;

/// <summary>
/// A month of the books. It begins and ends by Beijing time whatever an owner's own zone is: the networks settle by Beijing months, and a
/// month that has been stated must not change with a setting.
/// </summary>
/// <param name="Year">The year.</param>
/// <param name="Month">1 to 12.</param>
public readonly record struct LedgerMonth(int Year, int Month) : IComparable<LedgerMonth>
{
    private const string Format = "yyyy-MM";

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>When it begins.</summary>
    public DateTimeOffset Start => new(Year, Month, 1, 0, 0, 0, Beijing);

    /// <summary>When the next one begins.</summary>
    public DateTimeOffset End => Start.AddMonths(1);

    /// <summary>The month before.</summary>
    public LedgerMonth Before => Of(Start.AddMonths(-1));

    /// <summary>As a number that sorts: 202606.</summary>
    public int Number => (Year * 100) + Month;

    /// <summary>The month in which a moment lies.</summary>
    public static LedgerMonth Of(DateTimeOffset moment) => moment.ToOffset(Beijing) is var local ? new LedgerMonth(local.Year, local.Month) : default;

    /// <summary>The month of a <see cref="Number"/>.</summary>
    public static LedgerMonth OfNumber(long number) => new((int)(number / 100), (int)(number % 100));

    /// <summary>Reads 2026-06.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LedgerMonth month)
    {
        var isMonth = DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        month = isMonth ? new LedgerMonth(day.Year, day.Month) : default;
        return isMonth;
    }

    /// <inheritdoc />
    public int CompareTo(LedgerMonth other) => Number.CompareTo(other.Number);

    /// <summary>Whether the left month is earlier.</summary>
    public static bool operator <(LedgerMonth left, LedgerMonth right) => left.Number < right.Number;

    /// <summary>Whether the left month is later.</summary>
    public static bool operator >(LedgerMonth left, LedgerMonth right) => left.Number > right.Number;

    /// <summary>Whether the left month is earlier or the same.</summary>
    public static bool operator <=(LedgerMonth left, LedgerMonth right) => left.Number <= right.Number;

    /// <summary>Whether the left month is later or the same.</summary>
    public static bool operator >=(LedgerMonth left, LedgerMonth right) => left.Number >= right.Number;

    /// <summary>2026-06.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
