namespace DealBot.Adapters.WeCom.Cards;

/// <summary>The picture of a card. Its shape is left to WeCom's default of 1.3 to 1: only 1.3 to 2.25 are allowed, and the picture's is not known.</summary>
internal sealed record WeComCardImage(string Url);
