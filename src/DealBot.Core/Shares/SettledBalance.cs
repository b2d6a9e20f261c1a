using DealBot.Contracts;

namespace DealBot.Core.Shares;

/// <summary>What may be paid out. Only settled money is, and what was taken back after a month ended is not paid for it any more.</summary>
public static class SettledBalance
{
    /// <summary>What is payable for a month.</summary>
    /// <param name="atEnd">What the settled account held when the month ended.</param>
    /// <param name="paidSince">What was paid out after the month ended.</param>
    /// <param name="now">What the settled account holds now.</param>
    /// <returns>Never below zero.</returns>
    public static Money Payable(Money atEnd, Money paidSince, Money now) => Money.Max(Money.Zero, Money.Min(atEnd - paidSince, now));
}
