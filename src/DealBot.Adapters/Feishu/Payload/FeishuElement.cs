namespace DealBot.Adapters.Feishu.Payload;

/// <summary>An element of a card: markdown, or a button that leads somewhere.</summary>
internal sealed record FeishuElement(string Tag)
{
    public string? Content { get; init; }

    public FeishuCardText? Text { get; init; }

    public string? Type { get; init; }

    public IReadOnlyList<FeishuBehavior>? Behaviors { get; init; }

    public static FeishuElement Markdown(string source) => new("markdown") { Content = source };

    public static FeishuElement Button(string text, Uri url) => new("button")
    {
        Text = FeishuCardText.Plain(text),
        Type = "primary",
        Behaviors = [new FeishuBehavior("open_url", url.AbsoluteUri)],
    };
}
