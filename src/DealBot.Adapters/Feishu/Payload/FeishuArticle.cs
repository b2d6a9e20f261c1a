namespace DealBot.Adapters.Feishu.Payload;

/// <summary>Title and lines of a rich text. A picture has a line of its own.</summary>
internal sealed record FeishuArticle(string Title, IReadOnlyList<IReadOnlyList<FeishuPiece>> Content);
