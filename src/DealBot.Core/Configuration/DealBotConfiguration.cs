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

    public Owner Owner(string id) => Owners.First(owner => owner.Id == id);

    public Group? FindGroup(string id) => Groups.FirstOrDefault(group => group.Id == id);

    public Schedule Schedule(string id) => Schedules.First(schedule => schedule.Id == id);

    public Audience Audience(string id) => Audiences.First(audience => audience.Id == id);

    public IEnumerable<Group> GroupsOf(Owner owner) => Groups.Where(group => group.Owner == owner.Id);

    /// <summary>Who posts through an account, or reads the digest there.</summary>
    public IEnumerable<Owner> OwnersOf(string adapter, string address) => Owners.Where(owner =>
        (owner.Digest.Adapter == adapter && owner.Digest.Address == address)
        || GroupsOf(owner).Any(group => group.Adapter == adapter && group.Address == address));

    public Campaign? CampaignFor(Group group, DateOnly day) =>
        Campaigns.FirstOrDefault(campaign => campaign.Holds(day, group.Audience));
}
