using System.Globalization;

namespace DealBot.Contracts;

/// <summary>
/// An amount of renminbi in whole fen (1 yuan = 100 fen). All arithmetic is on integers and checked: an overflow throws
/// <see cref="OverflowException"/>, nothing is ever rounded except where a rate is applied or yuan are read.
/// </summary>
/// <param name="Fen">The amount in fen. May be negative (a claw-back).</param>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    /// <summary>No money.</summary>
    public static readonly Money Zero = new(0);

    /// <summary>Reads yuan as platforms send them; a fraction of a fen is rounded half away from zero.</summary>
    /// <param name="yuan">Yuan, for example 24.9.</param>
    /// <exception cref="OverflowException">The amount does not fit.</exception>
    public static Money FromYuan(decimal yuan) =>
        new(decimal.ToInt64(decimal.Round(yuan * 100m, 0, MidpointRounding.AwayFromZero)));

    /// <summary>The amount in yuan, exact.</summary>
    public decimal Yuan => Fen / 100m;

    /// <summary>Adds two amounts.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Fen + right.Fen));

    /// <summary>Subtracts an amount.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Fen - right.Fen));

    /// <summary>Multiplies by a count.</summary>
    public static Money operator *(Money amount, long count) => new(checked(amount.Fen * count));

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;

    /// <summary>Whether the left amount is smaller or the same.</summary>
    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;

    /// <summary>Whether the left amount is larger or the same.</summary>
    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;

    /// <inheritdoc />
    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>The smaller of two amounts.</summary>
    public static Money Min(Money left, Money right) => left <= right ? left : right;

    /// <summary>The larger of two amounts.</summary>
    public static Money Max(Money left, Money right) => left >= right ? left : right;

    /// <summary>Yuan without superfluous zeros, as Chinese price tags are written: 24.9, 128, 0.01.</summary>
    public string ToPriceText() => Yuan.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Yuan with two decimals, as books are kept: 24.90.</summary>
    public override string ToString() => Yuan.ToString("0.00", CultureInfo.InvariantCulture);
}
