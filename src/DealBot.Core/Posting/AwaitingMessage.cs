using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>A message that the platform took as a task, and that a person has to confirm.</summary>
public sealed record AwaitingMessage
{
    public required string PostId { get; init; }

    /// <summary>Its place in the post, from 0.</summary>
    public required int Index { get; init; }

    public required string OwnerId { get; init; }

    public required string Adapter { get; init; }

    public required string Address { get; init; }

    /// <summary>The platform's id of the task.</summary>
    public required string TaskId { get; init; }

    /// <summary>When the platform took it.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Who has to confirm, and where.</summary>
    public required Phrase Reason { get; init; }

    /// <summary>Whether the owner knows of the post.</summary>
    public required bool IsTold { get; init; }
}
