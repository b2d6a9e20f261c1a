namespace DealBot.Networks.Suning;

/// <summary>How Suning writes the commission rate of goods. Its documents do not say.</summary>
public enum SuningRateUnit
{
    /// <summary>3 is 3 %.</summary>
    Percent,

    /// <summary>0.03 is 3 %.</summary>
    Fraction,
}
