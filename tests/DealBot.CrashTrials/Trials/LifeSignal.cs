namespace DealBot.CrashTrials.Trials;

/// <summary>By what a life is ended.</summary>
internal enum LifeSignal
{
    /// <summary>SIGKILL: nothing more is done.</summary>
    Kill,

    /// <summary>SIGTERM: what is under way must be brought to its end, so that nothing becomes unknown.</summary>
    Terminate,
}
