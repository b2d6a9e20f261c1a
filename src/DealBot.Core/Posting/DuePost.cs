namespace DealBot.Core.Posting;

/// <summary>A post whose planned moment has come and that is to be prepared.</summary>
/// <param name="PostId">The post.</param>
/// <param name="GroupId">The group.</param>
/// <param name="DueAt">The slot's own moment, by which the calendar finds it again.</param>
/// <param name="ExpiresAt">Not worth sending after this.</param>
public sealed record DuePost(string PostId, string GroupId, DateTimeOffset DueAt, DateTimeOffset ExpiresAt);
