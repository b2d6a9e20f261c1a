namespace DealBot.Adapters.WeCom.Cards;

/// <summary>A link below the card.</summary>
internal sealed record WeComCardJump(string Title, string Url)
{
    /// <summary>1 is a web address.</summary>
    public int Type { get; } = 1;
}
