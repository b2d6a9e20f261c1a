namespace DealBot.Contracts;

/// <summary>The outcome of a conversion: a proven link or the reason why there is none. An unproven link is a refusal.</summary>
public abstract record LinkResult
{
    private LinkResult()
    {
    }

    /// <summary>The link was converted and carries the owner's ids.</summary>
    /// <param name="Link">The link.</param>
    public sealed record Converted(TrackingLink Link) : LinkResult;

    /// <summary>There is no link; the deal must not be posted.</summary>
    /// <param name="Code">The network's own code, or DealBot's in lower case with underscores.</param>
    /// <param name="Reason">What is wrong and what the owner can do.</param>
    /// <param name="AccountFault">True if every deal of the account would fail alike, so that trying others is useless.</param>
    public sealed record Refused(string Code, Phrase Reason, bool AccountFault) : LinkResult
    {
        /// <summary>
        /// Whether the same deal may be converted later without anybody doing anything: the network has trouble of its own. With
        /// <see cref="AccountFault"/> no deal is converted until then, without it only this one.
        /// </summary>
        public bool IsPassing { get; init; }
    }
}
