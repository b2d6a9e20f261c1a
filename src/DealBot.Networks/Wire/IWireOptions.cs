namespace DealBot.Networks.Wire;

/// <summary>What the options of every network say of its calls.</summary>
internal interface IWireOptions
{
    /// <summary>Longest wait for one answer, in seconds of real time.</summary>
    int TimeoutSeconds { get; }

    /// <summary>How often a call that failed for passing reasons is repeated.</summary>
    int MaxRetries { get; }
}
