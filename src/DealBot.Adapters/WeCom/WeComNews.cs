namespace DealBot.Adapters.WeCom;

/// <summary>Cards; DealBot sends one.</summary>
internal sealed record WeComNews(IReadOnlyList<WeComArticle> Articles);
