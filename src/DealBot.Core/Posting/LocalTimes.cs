using DealBot.Core.Scheduling;

namespace DealBot.Core.Posting;

/// <summary>
/// Finds the post that a slot was before its group changed the time zone: the same time by the group's clock, read in another zone. Within
/// one zone a slot is known by its moment alone, since an hour that summer time repeats has two slots of the same local time.
/// </summary>
internal sealed class LocalTimes
{
    private readonly ILookup<string, string> _zones;
    private readonly Dictionary<(string Group, string Time), (string Zone, LaidPost Post)> _posts = [];

    public LocalTimes(IEnumerable<LaidPost> posts)
    {
        var slots = posts
            .Where(post => post is { GroupId: not null, LocalAt: not null })
            .Select(post => (Group: post.GroupId!, Local: post.LocalAt!.Split(' ', 2), Post: post)).ToList();
        _zones = slots.Select(slot => (slot.Group, Zone: slot.Local[1])).Distinct().ToLookup(pair => pair.Group, pair => pair.Zone);
        foreach (var (group, local, post) in slots)
        {
            _posts.TryAdd((group, local[0]), (local[1], post));
        }
    }

    /// <summary>The post of that local time in another zone; null if there is none.</summary>
    public LaidPost? Find(Slot slot) =>
        _zones[slot.Group.Id].Any(zone => zone != slot.Group.TimeZone)
        && _posts.TryGetValue((slot.Group.Id, slot.LocalAt.Split(' ', 2)[0]), out var found)
        && found.Zone != slot.Group.TimeZone
            ? found.Post
            : null;
}
