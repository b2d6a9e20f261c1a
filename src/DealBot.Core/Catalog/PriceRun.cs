namespace DealBot.Core.Catalog;

/// <summary>Days in a row on which an item was seen, with the same lowest price.</summary>
/// <param name="First">The first day.</param>
/// <param name="Length">How many days.</param>
/// <param name="Fen">Their lowest final price.</param>
internal readonly record struct PriceRun(int First, int Length, long Fen)
{
    /// <summary>The day after the last.</summary>
    public int End => First + Length;
}
