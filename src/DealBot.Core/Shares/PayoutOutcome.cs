using DealBot.Contracts;

namespace DealBot.Core.Shares;

/// <summary>What became of a payout that was to be recorded.</summary>
public abstract record PayoutOutcome
{
    private PayoutOutcome()
    {
    }

    /// <summary>It is in the books.</summary>
    /// <param name="Payout">As it was recorded.</param>
    /// <param name="Left">What is still payable of the month.</param>
    public sealed record Recorded(Payout Payout, Money Left) : PayoutOutcome;

    /// <summary>Nothing was recorded: it is more than there is to pay.</summary>
    /// <param name="Payable">What could be paid.</param>
    public sealed record TooMuch(Money Payable) : PayoutOutcome;

    /// <summary>Nothing was recorded: the same was a short while ago.</summary>
    /// <param name="Payout">The one before.</param>
    public sealed record Repeated(Payout Payout) : PayoutOutcome;
}
