namespace DealBot.Benchmarks.Adapters;

/// <summary>A limit of an account.</summary>
/// <param name="Messages">Messages that it may post.</param>
/// <param name="Within">Within any such span.</param>
internal sealed record Quota(int Messages, TimeSpan Within)
{
    public static Quota PerMinute(int messages) => new(messages, TimeSpan.FromMinutes(1));

    public static Quota PerSecond(int messages) => new(messages, TimeSpan.FromSeconds(1));
}
