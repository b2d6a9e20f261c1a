using System.Text.Json;
using System.Text.Json.Serialization;
using DealBot.Core.Configuration;
using DealBot.Core.Ledger;

namespace DealBot.Core.Shares;

/// <summary>How an owner shares commission, as the configuration says it at one time: what is kept, so that an order is divided by the rules of its day.</summary>
/// <param name="Settings">Rates, levels and promoters.</param>
/// <param name="Groups">The promoter of each group that has one.</param>
public sealed record ShareRules(ShareSettings Settings, IReadOnlyDictionary<string, string> Groups)
{
    private static readonly JsonSerializerOptions Compact = new(ConfigurationJson.Options)
    {
        WriteIndented = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The rules that the configuration gives an owner now.</summary>
    public static ShareRules Of(DealBotConfiguration configuration, Owner owner)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(owner);
        var settings = owner.Shares ?? new ShareSettings();
        var groups = configuration.GroupsOf(owner).Where(group => group.Promoter is not null);
        return new ShareRules(
            settings with { Promoters = [.. settings.Promoters.OrderBy(promoter => promoter.Id, StringComparer.Ordinal)] },
            new SortedDictionary<string, string>(groups.ToDictionary(group => group.Id, group => group.Promoter!), StringComparer.Ordinal));
    }

    /// <summary>The same rules always make the same text, in whatever order promoters and groups stand in the files.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Compact);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is no such text.</exception>
    public static ShareRules FromJson(string json) => JsonSerializer.Deserialize<ShareRules>(json, Compact) ?? throw new JsonException("null");

    /// <summary>Who promotes in a group; null if the owner does.</summary>
    public Promoter? PromoterOf(string? groupId) => groupId is not null && Groups.TryGetValue(groupId, out var id) ? Find(id) : null;

    /// <summary>The promoter of an id; null if there is none.</summary>
    public Promoter? Find(string promoterId) => Settings.Promoters.FirstOrDefault(promoter => promoter.Id == promoterId);

    /// <summary>The terms of an order that no promoter brought.</summary>
    public CommissionTerms Terms(string ownerId) => new(ownerId) { PlatformRate = Settings.PlatformPercent };

    /// <summary>The terms of an order from a promoter's group. Whoever invited the inviter gets nothing.</summary>
    public CommissionTerms Terms(string ownerId, Promoter promoter, ShareLevel level)
    {
        ArgumentNullException.ThrowIfNull(promoter);
        ArgumentNullException.ThrowIfNull(level);
        var isInvited = promoter.InvitedBy is not null && Settings.InviterPercents.Count > 0;
        return Terms(ownerId) with
        {
            PromoterId = promoter.Id,
            PromoterRate = level.Percent,
            InviterId = isInvited ? promoter.InvitedBy : null,
            InviterRate = isInvited ? Settings.InviterPercents[0] : default,
        };
    }
}
