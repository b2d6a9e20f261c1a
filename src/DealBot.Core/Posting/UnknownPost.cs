using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>A post that may have arrived, and of which nobody has been told yet.</summary>
/// <param name="PostId">The post.</param>
/// <param name="GroupId">The group; null for what goes to an owner.</param>
/// <param name="OwnerId">Whom to tell.</param>
/// <param name="Adapter">Adapter.</param>
/// <param name="Address">Where to.</param>
/// <param name="PlannedAt">When it was to be sent.</param>
/// <param name="Index">The message in question, from 0.</param>
/// <param name="Message">Its content.</param>
/// <param name="Words">The first text of the post, by which a person finds it in the chat; null if it has none.</param>
/// <param name="Reason">What happened.</param>
public sealed record UnknownPost(
    string PostId,
    string? GroupId,
    string OwnerId,
    string Adapter,
    string Address,
    DateTimeOffset PlannedAt,
    int Index,
    StoredMessage Message,
    string? Words,
    Phrase Reason);
