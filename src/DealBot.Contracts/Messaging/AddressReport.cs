namespace DealBot.Contracts;

/// <summary>What is known of an address without posting to it.</summary>
/// <param name="Reach">Whether it can be reached.</param>
/// <param name="Faults">What is wrong; empty unless <see cref="Reach.Failed"/>.</param>
/// <param name="Note">What a person should know beyond that, for example the group's name as the platform has it, or why nothing can be proven; null for nothing.</param>
public sealed record AddressReport(Reach Reach, IReadOnlyList<AccountFault> Faults, Phrase? Note = null)
{
    /// <summary>The platform answered for this very address.</summary>
    public static AddressReport Proven(Phrase? note = null) => new(Reach.Proven, [], note);

    /// <summary>The settings are in order, and the platform offers no way to try them without posting.</summary>
    public static AddressReport NotProvable(Phrase why) => new(Reach.NotProvable, [], why);

    /// <summary>Something is wrong.</summary>
    public static AddressReport Failed(params IReadOnlyList<AccountFault> faults) => new(Reach.Failed, faults);
}
