using DealBot.Contracts;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Planning;

/// <summary>How much of an account's limits a post takes. Before it is rendered this is an estimate: poster and copy are a message each, unless the platform takes them as one.</summary>
/// <param name="Messages">Messages, pictures among them.</param>
/// <param name="Images">Pictures.</param>
public readonly record struct PostSize(int Messages, int Images)
{
    /// <summary>The estimate for a slot; a platform without pictures gets the copy alone.</summary>
    public static PostSize Of(Slot slot, AdapterLimits? limits) =>
        slot.Plan.IsCardFor(limits) ? new PostSize(1, 0)
        : slot.Plan.IsCaptionedFor(limits) ? new PostSize(1, 1)
        : slot.Plan.Poster is not null && limits?.Kinds.HasFlag(MessageKinds.Image) != false ? new PostSize(2, 1) : new PostSize(1, 0);
}
