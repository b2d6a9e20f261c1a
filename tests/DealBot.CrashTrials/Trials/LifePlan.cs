namespace DealBot.CrashTrials.Trials;

/// <summary>One life of the service: what goes wrong around it, and how it ends.</summary>
/// <param name="Phase">What it is killed in the middle of.</param>
/// <param name="Occurrence">At which occurrence of the phase, from 1.</param>
/// <param name="After">How long after that moment.</param>
/// <param name="Pause">How long nothing runs afterwards.</param>
/// <param name="Fault">What the platforms do wrong meanwhile.</param>
/// <param name="Signal">By what it is ended.</param>
internal sealed record LifePlan(KillPhase Phase, int Occurrence, TimeSpan After, TimeSpan Pause, PlatformFault Fault, LifeSignal Signal)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Signal} at {Phase} #{Occurrence} +{After.TotalMilliseconds:0} ms, down {Pause.TotalMilliseconds:0} ms, {Fault}";
}
