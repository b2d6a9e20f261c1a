namespace DealBot.Contracts;

/// <summary>Whether an address can be posted to.</summary>
public enum Reach
{
    /// <summary>The platform said so, just now.</summary>
    Proven,

    /// <summary>Nothing is known to be wrong, but the platform can't be asked without posting.</summary>
    NotProvable,

    /// <summary>It can't.</summary>
    Failed,
}
