using DealBot.Contracts;
using DealBot.Core.Selection;

namespace DealBot.Core.Posting;

/// <summary>What groups were given before. Deals of posts of which nothing can have arrived do not count.</summary>
public interface IPostHistory
{
    /// <summary>Deals planned for or posted to a group since a moment.</summary>
    Task<IReadOnlyList<PostedDeal>> OfGroupAsync(string groupId, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>To how many groups each deal was given since a moment.</summary>
    Task<IReadOnlyDictionary<DealKey, int>> ExposureAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>When groups were sent their own posts since a moment, and their last one however old; groups that were never sent any are left out.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>>> SentAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset since, CancellationToken cancellationToken);
}
