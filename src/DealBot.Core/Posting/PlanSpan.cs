using DealBot.Core.Groups;

namespace DealBot.Core.Posting;

/// <summary>What a plan is reckoned for.</summary>
/// <param name="Now">The present.</param>
/// <param name="Until">How far slots are laid.</param>
/// <param name="Fresh">How long after its moment a post is still worth sending.</param>
/// <param name="Stamp">Names the state of the configuration, so that an edit is known from a mere restart.</param>
internal sealed record PlanSpan(DateTimeOffset Now, DateTimeOffset Until, TimeSpan Fresh, string Stamp)
{
    /// <summary>Pauses of groups, also such as are over: a slot that went by within one was not missed.</summary>
    public IReadOnlyDictionary<string, GroupPause> Pauses { get; init; } = new Dictionary<string, GroupPause>();
}
