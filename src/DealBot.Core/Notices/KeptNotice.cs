using DealBot.Contracts;

namespace DealBot.Core.Notices;

/// <summary>A notice to one owner, as it is kept.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">What it concerns.</param>
/// <param name="Text">What happened last, and what to do.</param>
/// <param name="FirstAt">When it was first the case.</param>
/// <param name="LastAt">When it was last the case.</param>
/// <param name="Count">How often.</param>
/// <param name="PostId">The post that tells it; null while there is none.</param>
public sealed record KeptNotice(string Kind, string Subject, Phrase Text, DateTimeOffset FirstAt, DateTimeOffset LastAt, long Count, string? PostId);
