using DealBot.Contracts;

namespace DealBot.Networks.Taobao;

/// <summary>Where orders of a link are credited: a position of the account and, on it, a channel.</summary>
/// <param name="Pid">The position.</param>
/// <param name="RelationId">The channel (relation_id); null for none.</param>
internal sealed record TaobaoPlace(TaobaoPid Pid, string? RelationId)
{
    /// <summary>What orders will carry.</summary>
    public Tracking Tracking => new(null, RelationId ?? Pid.Adzone);

    /// <summary>The place that a position of a group means: one of the account's channels, a whole pid, or its last part; the general one for null.</summary>
    /// <returns>Null if it is none of these, or a pid of somebody else.</returns>
    public static TaobaoPlace? Of(TaobaoAccount account, string? position)
    {
        var general = TaobaoPid.Parse(account.Pid);
        if (string.IsNullOrWhiteSpace(position))
        {
            return new TaobaoPlace(general, null);
        }

        if (account.RelationIds.Contains(position))
        {
            return new TaobaoPlace(general, position);
        }

        var pids = account.Positions.Prepend(account.Pid).Select(TaobaoPid.Parse);
        if (pids.FirstOrDefault(pid => pid.Adzone == position) is { } known)
        {
            return new TaobaoPlace(known, null);
        }

        var isWhole = TaobaoPid.TryParse(position, out var whole);
        var given = isWhole ? whole! : general with { Adzone = position };
        return given.Member == general.Member && given.Adzone.All(char.IsAsciiDigit) && given.Adzone.Length <= 19 ? new TaobaoPlace(given, null) : null;
    }
}
