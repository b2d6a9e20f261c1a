namespace DealBot.Simulators.Jd;

/// <summary>One application of one promoter, as the open platform knows it.</summary>
/// <param name="AppKey">Application key (app_key).</param>
/// <param name="AppSecret">The secret with which calls are signed.</param>
/// <param name="UnionId">The promoter's union id (推客 id).</param>
/// <param name="SiteId">Website or app id that is on file; common.get accepts no other.</param>
/// <param name="MaySetSubUnionId">Whether the account is on the white-list for subUnionId: may set it, and sees it in orders.</param>
public sealed record JdSimAccount(string AppKey, string AppSecret, long UnionId, string SiteId, bool MaySetSubUnionId);
