using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Selection;

/// <summary>What rules and scores look at beside the deal: the slot, what the group has seen, and what others got today.</summary>
public sealed class SelectionScope
{
    private readonly HashSet<DealKey> _keys;
    private readonly HashSet<string> _mainSkus;
    private readonly TitleIndex _titles;

    /// <summary>Prepares a slot's scope.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="settings">What holds for all groups.</param>
    /// <param name="history">What the slot's group got within the days that count.</param>
    /// <param name="exposure">How many other groups got each deal today.</param>
    public SelectionScope(
        Slot slot,
        SelectionSettings settings,
        IReadOnlyList<PostedDeal> history,
        IReadOnlyDictionary<DealKey, int> exposure)
    {
        (Slot, Settings, Exposure) = (slot, settings, exposure);
        _keys = [.. history.Select(posted => posted.Key)];
        _mainSkus = [.. history.Select(posted => posted.MainSkuId).OfType<string>()];
        _titles = new TitleIndex([.. history.Select(posted => TitleShingles.Of(posted.Title))]);
        RecentCategories = history.Where(posted => slot.At - posted.At < TimeSpan.FromHours(12)).CountBy(posted => posted.Category).ToDictionary();
    }

    public Slot Slot { get; }

    /// <summary>Networks with which the owner has an account; null if that does not matter.</summary>
    public IReadOnlySet<string>? Networks { get; init; }

    /// <summary>Deals that had their turn for the slot.</summary>
    public IReadOnlySet<DealKey> LeftOut { get; init; } = Selection.LeftOut.Nothing.Deals;

    public DealFilter Filter => Slot.Plan.Filter;

    public SelectionSettings Settings { get; }

    public IReadOnlyDictionary<DealKey, int> Exposure { get; }

    /// <summary>How often each category came up in the group in the last 12 hours.</summary>
    public IReadOnlyDictionary<string, int> RecentCategories { get; }

    public bool WasPosted(DealKey key) => _keys.Contains(key);

    public bool StyleWasPosted(string mainSkuId) => _mainSkus.Contains(mainSkuId);

    public bool TitleWasPosted(TitleShingles title) => _titles.HasNearly(title);
}
