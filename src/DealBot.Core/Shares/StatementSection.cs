namespace DealBot.Core.Shares;

/// <summary>Where an order stands on a statement.</summary>
public enum StatementSection
{
    /// <summary>Ordered in the month, or first heard of in it.</summary>
    Orders,

    /// <summary>Ordered earlier, and come further in the month: confirmed, settled. The share is what it was.</summary>
    Progress,

    /// <summary>Ordered earlier, and its share changed in the month: taken back, corrected, claimed.</summary>
    Adjustments,
}
