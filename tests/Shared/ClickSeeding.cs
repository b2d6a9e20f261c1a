using DealBot.Core.Clicks;

namespace DealBot.Tests.Shared;

/// <summary>Puts clicks into a database without the way through a journal on the disk.</summary>
internal static class ClickSeeding
{
    public static Task SeedAsync(this IClickStore store, params IReadOnlyList<Click> clicks)
    {
        var start = JournalPosition.StartOf($"seed-{Guid.NewGuid():N}");
        return store.AppendAsync(start, new ClickBatch(clicks, start with { Offset = 1 }), CancellationToken.None);
    }
}
