using DealBot.Contracts;

namespace DealBot.Core.Scheduling;

/// <summary>An expression is none that times could be read from.</summary>
/// <param name="reason">What is wrong with it.</param>
public sealed class CronFaultException(Phrase reason) : FormatException(reason.En)
{
    /// <summary>What is wrong with it.</summary>
    public Phrase Reason => reason;
}
