namespace DealBot.Contracts;

/// <summary>What an adapter can say of a message whose sending had no clear end.</summary>
public abstract record DeliveryProof
{
    private DeliveryProof()
    {
    }

    /// <summary>It is in the chat.</summary>
    /// <param name="PlatformMessageId">The platform's id, where it gives one.</param>
    public sealed record Delivered(string? PlatformMessageId = null) : DeliveryProof;

    /// <summary>It is not, and will not turn up later: it may be sent again.</summary>
    public sealed record NotDelivered : DeliveryProof;

    /// <summary>The platform can't tell, or can't be asked now.</summary>
    public sealed record Unknowable : DeliveryProof;
}
