namespace DealBot.Adapters.OneBot;

/// <summary>Who says what in an entry of a forwarded conversation, with the names of go-cqhttp's extension, which NapCat takes too.</summary>
internal sealed record OneBotNodeBody(string Name, string Uin, IReadOnlyList<OneBotSegment> Content);
