using DealBot.Core.Configuration;

namespace DealBot.Core.Metrics;

/// <summary>Puts on record whose groups are whose whenever the configuration says anything new.</summary>
public sealed class GroupOwnership(LiveConfiguration configuration, IGroupOwners owners)
{
    private volatile DealBotConfiguration? _noted;

    public async Task NoteAsync(CancellationToken cancellationToken)
    {
        var current = configuration.Current;
        if (ReferenceEquals(_noted, current))
        {
            return;
        }

        await owners.KeepAsync(current.Groups.ToDictionary(group => group.Id, group => group.Owner), cancellationToken).ConfigureAwait(false);
        _noted = current;
    }
}
