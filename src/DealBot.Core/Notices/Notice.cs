using DealBot.Contracts;

namespace DealBot.Core.Notices;

/// <summary>Something the owner should know before the next digest, because he can do something about it.</summary>
/// <param name="OwnerId">Whom to tell; null for every owner.</param>
/// <param name="Kind">What it is about, in a word that never changes, for example <c>account_blocked</c>.</param>
/// <param name="Subject">What it concerns, for example <c>wecom/robot-1</c> or a post id. One notice of a kind and subject stands for all until it is told.</param>
/// <param name="Text">What happened and what to do.</param>
public sealed record Notice(string? OwnerId, string Kind, string Subject, Phrase Text);
