namespace DealBot.Core.Clicks;

/// <summary>Keeps clicks and counts them, in one transaction that is on the disk when it returns.</summary>
public interface IClickStore
{
    /// <summary>Appends clicks. A person who followed any link of the same group within the window before is no new visitor.</summary>
    Task AppendAsync(IReadOnlyList<Click> clicks, TimeSpan uniqueWindow, CancellationToken cancellationToken);
}
