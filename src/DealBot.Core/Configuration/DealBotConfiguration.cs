namespace DealBot.Core.Configuration;

/// <summary>Everything owners edit, checked: every reference resolves, every expression parses. Immutable; an edit makes a new one.</summary>
public sealed record DealBotConfiguration
{
    public required IReadOnlyList<Owner> Owners { get; init; }

    public required IReadOnlyList<Group> Groups { get; init; }

    public required IReadOnlyList<Schedule> Schedules { get; init; }

    public required IReadOnlyList<Audience> Audiences { get; init; }

    public IReadOnlyList<Campaign> Campaigns { get; init; } = [];

    public SelectionSettings Selection { get; init; } = new();

    public BotSettings Bot { get; init; } = new();

    /// <summary>Every place that groups or digests go to, each once.</summary>
    public IEnumerable<(string Adapter, string Address)> Channels => Groups.Select(group => (group.Adapter, group.Address))
        .Concat(Owners.Select(owner => (owner.Digest.Adapter, owner.Digest.Address))).Distinct();

    public Owner Owner(string id) => Owners.First(owner => owner.Id == id);

    /// <summary>The owner of an id that an edit may have taken out since it was read; null if so.</summary>
    public Owner? FindOwner(string id) => Owners.FirstOrDefault(owner => owner.Id == id);

    public Group? FindGroup(string id) => Groups.FirstOrDefault(group => group.Id == id);

    public Schedule Schedule(string id) => Schedules.First(schedule => schedule.Id == id);

    public Audience Audience(string id) => Audiences.First(audience => audience.Id == id);

    public IEnumerable<Group> GroupsOf(Owner owner) => Groups.Where(group => group.Owner == owner.Id);

    /// <summary>Whose links and orders go through an account; null if nobody's.</summary>
    public Owner? HolderOf(string network, string account) => Owners.FirstOrDefault(owner => owner.NetworkAccounts.GetValueOrDefault(network) == account);

    /// <summary>Groups whose links go through an account.</summary>
    public IEnumerable<Group> GroupsOn(string network, string account) => HolderOf(network, account) is { } holder ? GroupsOf(holder) : [];

    /// <summary>Who posts to addresses, or reads the digest there.</summary>
    /// <param name="leadsTo">Which addresses, by adapter and address.</param>
    public IEnumerable<Owner> OwnersOf(Func<string, string, bool> leadsTo) => Owners.Where(owner =>
        leadsTo(owner.Digest.Adapter, owner.Digest.Address) || GroupsOf(owner).Any(group => leadsTo(group.Adapter, group.Address)));

    public Campaign? CampaignFor(Group group, DateOnly day) =>
        Campaigns.FirstOrDefault(campaign => campaign.Holds(day, group.Audience));
}
