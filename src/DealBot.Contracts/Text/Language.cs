namespace DealBot.Contracts;

/// <summary>The languages DealBot speaks to people.</summary>
public enum Language
{
    /// <summary>Simplified Chinese, the default.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}
