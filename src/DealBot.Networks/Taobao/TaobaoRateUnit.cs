namespace DealBot.Networks.Taobao;

/// <summary>How a search writes commission rates. TOP's documents do not say; the old interface wrote hundredths of a percent.</summary>
public enum TaobaoRateUnit
{
    /// <summary>1550 is 15.5 %.</summary>
    HundredthsOfPercent,

    /// <summary>15.5 is 15.5 %.</summary>
    Percent,
}
