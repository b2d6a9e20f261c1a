namespace DealBot.Simulators.Vip;

/// <summary>One application of one promoter, as the open platform knows it.</summary>
/// <param name="AppKey">Application key.</param>
/// <param name="AppSecret">The secret with which calls are signed.</param>
/// <param name="UnionCode">The promoter's code within long links (ucode).</param>
/// <param name="ChanTags">The promotion positions (PID) that the promoter has created.</param>
public sealed record VipSimAccount(string AppKey, string AppSecret, string UnionCode, IReadOnlyList<string> ChanTags)
{
    /// <summary>The token of its authorisation; null for an application that calls without one.</summary>
    public string? AccessToken { get; init; }

    /// <summary>Whether the affiliate services were granted.</summary>
    public bool MayCallUnion { get; init; } = true;
}
