using System.Globalization;

namespace DealBot.Contracts;

/// <summary>A share or percentage in basis points (1/10 000): 15 % is 1 500.</summary>
/// <param name="BasisPoints">Basis points, usually 0 to 10 000.</param>
public readonly record struct Rate(int BasisPoints) : IComparable<Rate>
{
    /// <summary>Nothing.</summary>
    public static readonly Rate Zero = new(0);

    /// <summary>Reads a percentage (15 = 15 %); a fraction of a basis point is rounded half away from zero.</summary>
    /// <exception cref="OverflowException">The percentage does not fit.</exception>
    public static Rate FromPercent(decimal percent) =>
        new(decimal.ToInt32(decimal.Round(percent * 100m, 0, MidpointRounding.AwayFromZero)));

    /// <summary>The percentage: 1 500 basis points are 15.</summary>
    public decimal Percent => BasisPoints / 100m;

    /// <summary>This share of an amount, to the nearest fen, half away from zero.</summary>
    /// <exception cref="OverflowException">The share does not fit.</exception>
    public Money Of(Money amount)
    {
        var product = (Int128)amount.Fen * BasisPoints;
        return new Money(checked((long)((product + (product < 0 ? -5_000 : 5_000)) / 10_000)));
    }

    /// <inheritdoc />
    public int CompareTo(Rate other) => BasisPoints.CompareTo(other.BasisPoints);

    /// <summary>Whether the left rate is smaller.</summary>
    public static bool operator <(Rate left, Rate right) => left.BasisPoints < right.BasisPoints;

    /// <summary>Whether the left rate is larger.</summary>
    public static bool operator >(Rate left, Rate right) => left.BasisPoints > right.BasisPoints;

    /// <summary>Whether the left rate is smaller or the same.</summary>
    public static bool operator <=(Rate left, Rate right) => left.BasisPoints <= right.BasisPoints;

    /// <summary>Whether the left rate is larger or the same.</summary>
    public static bool operator >=(Rate left, Rate right) => left.BasisPoints >= right.BasisPoints;

    /// <summary>Percent, for example 15% or 2.5%.</summary>
    public override string ToString() => Percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
