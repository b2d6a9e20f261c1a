namespace DealBot.Contracts;

/// <summary>
/// The version of what plugins compile against: <c>major.minor</c>. The minor grows with every addition, the major with every change that breaks
/// a plugin. A host loads plugins made for its own major and for no newer minor.
/// </summary>
public static class ContractVersion
{
    /// <summary>The version of this assembly; a plugin's manifest names the one that it was made for.</summary>
    public const string Current = "1.0";
}
