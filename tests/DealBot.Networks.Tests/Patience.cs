namespace DealBot.Networks.Tests;

/// <summary>How long a client waits for an answer, by the real clock, and how often it asks again.</summary>
internal sealed record Patience(int TimeoutSeconds, int MaxRetries)
{
    /// <summary>For answers that come: they are not given up because the machine stands still for a while.</summary>
    public static Patience Usual { get; } = new(60, 1);

    /// <summary>
    /// What trouble is met with. An answer that never comes is given up after a second; where only one is missing, those after it are asked for often
    /// enough for a machine that stands still meanwhile.
    /// </summary>
    public static Patience With(NetworkTrouble trouble, int calls) =>
        trouble != NetworkTrouble.NoAnswer ? Usual : new Patience(1, calls == int.MaxValue ? 1 : 8);
}
