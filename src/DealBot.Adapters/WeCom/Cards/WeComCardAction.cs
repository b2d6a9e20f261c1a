namespace DealBot.Adapters.WeCom.Cards;

/// <summary>Where the card leads; every card needs it.</summary>
internal sealed record WeComCardAction(string Url)
{
    /// <summary>1 is a web address.</summary>
    public int Type { get; } = 1;
}
