namespace DealBot.Contracts;

/// <summary>Who sells the item.</summary>
public enum SellerKind
{
    /// <summary>The network did not say.</summary>
    Unknown,

    /// <summary>The platform itself (自营).</summary>
    Platform,

    /// <summary>A shop on the platform (POP).</summary>
    Shop,
}
