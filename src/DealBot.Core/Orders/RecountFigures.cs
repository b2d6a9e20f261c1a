using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>What a recount did.</summary>
/// <param name="Rows">Rows looked at.</param>
/// <param name="Changed">Rows booked otherwise than before.</param>
/// <param name="Moved">Of those, rows that belong to another group now.</param>
/// <param name="Hours">Hourly figures that changed.</param>
/// <param name="Difference">Commission that was added to all groups, or taken away.</param>
public sealed record RecountFigures(int Rows, int Changed, int Moved, int Hours, Money Difference)
{
    public static readonly RecountFigures None = new(0, 0, 0, 0, Money.Zero);

    /// <summary>Rows that can't be read even now.</summary>
    public int Unreadable { get; init; }

    public static RecountFigures operator +(RecountFigures left, RecountFigures right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new RecountFigures(
            left.Rows + right.Rows, left.Changed + right.Changed, left.Moved + right.Moved, left.Hours + right.Hours, left.Difference + right.Difference)
        {
            Unreadable = left.Unreadable + right.Unreadable,
        };
    }
}
