namespace DealBot.Core.Selection;

/// <summary>What selection found for a slot.</summary>
/// <param name="Ranked">Fit deals, best first; more than the slot needs, so that the next best can step in.</param>
/// <param name="Considered">How many deals were looked at.</param>
/// <param name="Rejections">How many were turned down, by reason.</param>
public sealed record DealSelection(IReadOnlyList<Pick> Ranked, int Considered, IReadOnlyDictionary<RejectReason, int> Rejections)
{
    /// <summary>Whether the owner named the deal: then it is posted at whatever price it has.</summary>
    public bool IsNamed { get; init; }
}
