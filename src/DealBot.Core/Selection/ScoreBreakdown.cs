namespace DealBot.Core.Selection;

/// <summary>How a score came about; each part multiplies the ones before it.</summary>
/// <param name="Earning">Good-review share × commission rate × 10 000, the form 芬香 used.</param>
/// <param name="Discount">1 + weight × real discount.</param>
/// <param name="Sales">1 + weight × log10(1 + orders in 30 days) / 5.</param>
/// <param name="Audience">The audience's liking for the category.</param>
/// <param name="Exposure">1 / (1 + weight × groups that had it today).</param>
/// <param name="Diversity">What is left after other deals of the category, in the slot or lately in the group.</param>
public sealed record ScoreBreakdown(double Earning, double Discount, double Sales, double Audience, double Exposure, double Diversity)
{
    /// <summary>The product of the parts.</summary>
    public double Total => Earning * Discount * Sales * Audience * Exposure * Diversity;
}
