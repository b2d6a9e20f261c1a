namespace DealBot.Core.Orders;

/// <summary>Why orders are read.</summary>
public enum SyncKind
{
    /// <summary>Every minute, what changed lately.</summary>
    Recent,

    /// <summary>Every night, the last days over again.</summary>
    Nightly,

    /// <summary>Every month, all that the network still gives.</summary>
    Monthly,
}
