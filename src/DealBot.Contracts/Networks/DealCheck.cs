namespace DealBot.Contracts;

/// <summary>What a network says of a deal that was seen before.</summary>
public abstract record DealCheck
{
    private DealCheck()
    {
    }

    /// <summary>It is still offered.</summary>
    /// <param name="Deal">The deal as it is now.</param>
    public sealed record Found(Deal Deal) : DealCheck;

    /// <summary>It is not offered any more.</summary>
    /// <param name="Reason">Why, in the network's own words where it says so.</param>
    public sealed record Gone(Phrase Reason) : DealCheck;

    /// <summary>The account can't ask for a single item; nothing is known either way.</summary>
    /// <param name="Reason">Why not, and what the owner can do.</param>
    public sealed record NotTold(Phrase Reason) : DealCheck;
}
