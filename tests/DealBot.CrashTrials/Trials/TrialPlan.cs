namespace DealBot.CrashTrials.Trials;

/// <summary>All that a trial will do to the service, drawn from its seed alone.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Lives">The lives that end by a kill; one more follows, which is left in peace.</param>
internal sealed record TrialPlan(int Seed, IReadOnlyList<LifePlan> Lives)
{
    private static readonly KillPhase[] Phases = Enum.GetValues<KillPhase>();

    /// <summary>An owner's digest comes once a day, so only the first life may wait for it.</summary>
    private static readonly KillPhase[] Later = [.. Phases.Where(phase => phase != KillPhase.DigestAccepted)];

    private static readonly PlatformFault[] Faults = Enum.GetValues<PlatformFault>();

    /// <summary>Draws a plan. Neighbouring seeds begin with different phases, so that a few trials meet them all.</summary>
    public static TrialPlan Draw(int seed)
    {
        // Not for secrets: the same seed must give the same trial.
        var random = new Random(seed);
        var count = random.Next(2, 5);
        return new TrialPlan(seed, [.. Enumerable.Range(0, count).Select(index => DrawLife(index == 0 ? Phases[Math.Abs(seed % Phases.Length)] : Pick(random, Later), random))]);
    }

    private static LifePlan DrawLife(KillPhase phase, Random random) => new(
        phase,
        phase is KillPhase.Startup or KillPhase.AnyMoment or KillPhase.ConfigurationEdited or KillPhase.DigestAccepted ? 1 : random.Next(1, 7),
        Delay(phase, random),
        TimeSpan.FromMilliseconds(random.Next(3) == 0 ? random.Next(500, 4000) : 0),
        random.Next(2) == 0 ? Pick(random, Faults) : PlatformFault.None,
        phase != KillPhase.Startup && random.Next(6) == 0 ? LifeSignal.Terminate : LifeSignal.Kill);

    /// <summary>At once half of the time; else within the few milliseconds in which the service records what it just learnt.</summary>
    private static TimeSpan Delay(KillPhase phase, Random random) => TimeSpan.FromMilliseconds(phase switch
    {
        KillPhase.Startup => random.Next(20, 1200),
        KillPhase.AnyMoment => random.Next(0, 4000),
        KillPhase.ConfigurationEdited => random.Next(0, 1500),
        _ => random.Next(2) == 0 ? 0 : random.Next(1, 25),
    });

    private static T Pick<T>(Random random, T[] choices) => choices[random.Next(choices.Length)];
}
