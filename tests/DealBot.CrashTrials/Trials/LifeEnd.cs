namespace DealBot.CrashTrials.Trials;

/// <summary>How a life ended.</summary>
internal enum LifeEnd
{
    /// <summary>Killed in the phase that was intended.</summary>
    KilledInPhase,

    /// <summary>Killed, because the phase did not come.</summary>
    KilledAnyway,

    /// <summary>Ended in order when told to.</summary>
    Terminated,

    /// <summary>Ended otherwise: a fault.</summary>
    ByItself,
}
