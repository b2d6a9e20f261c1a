namespace DealBot.Simulators.Suning;

/// <summary>One application of one promoter, as the open platform knows it.</summary>
/// <param name="AppKey">Application key.</param>
/// <param name="AppSecret">The secret with which calls are signed.</param>
/// <param name="UserId">The promoter's number within long links.</param>
/// <param name="AdBookIds">The promotion positions that the promoter has created.</param>
public sealed record SuningSimAccount(string AppKey, string AppSecret, string UserId, IReadOnlyList<string> AdBookIds)
{
    /// <summary>Whether the affiliate interfaces were granted.</summary>
    public bool MayCallUnion { get; init; } = true;
}
