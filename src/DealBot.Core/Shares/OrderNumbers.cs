namespace DealBot.Core.Shares;

/// <summary>Order numbers as promoters see them: enough to tell two apart, not enough to look up a buyer's order.</summary>
public static class OrderNumbers
{
    private const int Shown = 4;

    /// <summary>First and last four of a long number, the last four of a short one.</summary>
    public static string Mask(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length switch
        {
            <= Shown => "****",
            <= Shown * 3 => $"****{number[^Shown..]}",
            _ => $"{number[..Shown]}****{number[^Shown..]}",
        };
    }
}
